import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarDraft } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from './calendar.module.css';

type Doing = 'hand-in' | 'approve' | 'return' | 'withdraw';

/** What may be done with the draft now, each with what will follow. */
export function DraftActs({ draft }: { draft: CalendarDraft }) {
  const [doing, setDoing] = useState<Doing>();
  const cache = useQueryClient();
  const { id, year, version, may, whyNot, reading, warnings } = draft;
  const doubts = warnings.length + (reading?.problems.length ?? 0) + (reading?.unread.length ?? 0);
  const own = may.edit || (draft.status === 'handed-in' && !may.decide);
  const at = { params: { path: { id } } };
  const again = async () => {
    await cache.invalidateQueries({ queryKey: ['calendar'] });
    setDoing(undefined);
  };
  const shared = { onDone: again, onCancel: () => setDoing(undefined) };
  const body = { version };
  switch (doing) {
    case 'hand-in':
      return (
        <AdminForm
          title={`报批${year}年工作日历`}
          says={[
            '送其他系统管理员和安全管理员核对，由其中一人批准或者退回。',
            '批准之前一切照旧；报批之后不能再改，需要改的请先撤回。',
            ...(doubts > 0 ? [`页面上列有${doubts}处要核对的；报请批准即表示您已逐处核对。`] : []),
          ]}
          verb="报请批准"
          send={() => ask(api.POST('/api/calendar/drafts/{id}/hand-in', { ...at, body }))}
          {...shared}
        />
      );
    case 'approve':
      return (
        <AdminForm
          title={`批准${year}年工作日历`}
          says={[
            '批准后立即成为现行日历，全部在办事项的期限随即逐件重新计算，每件的办理过程中记一行。',
            '到期日变动的，发消息告知承办的一方；原定的到期日保留，已办结的不变。',
            '批准不能收回；需要更正的，另报一版。',
          ]}
          verb="批准并发布"
          send={() => ask(api.POST('/api/calendar/drafts/{id}/approve', { ...at, body }))}
          {...shared}
        />
      );
    case 'return':
      return (
        <AdminForm<{ reason: string }>
          title={`退回${year}年工作日历`}
          says={['退给报送人修改，理由随消息送达。']}
          verb="退回"
          send={({ reason }) =>
            ask(api.POST('/api/calendar/drafts/{id}/return', { ...at, body: { ...body, reason } }))
          }
          {...shared}
        >
          <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请写明退回的理由。' }]}>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        </AdminForm>
      );
    case 'withdraw':
      return (
        <AdminForm
          title={`撤回${year}年工作日历`}
          says={['撤回后不再办理；录入的内容留存备查，需要时可以另录一份。']}
          verb="撤回"
          danger
          send={() => ask(api.POST('/api/calendar/drafts/{id}/withdraw', { ...at, body }))}
          {...shared}
        />
      );
    default:
      return (
        <div className={classes['acts']}>
          {may.handIn ? (
            <Button type="primary" onClick={() => setDoing('hand-in')}>
              报请批准
            </Button>
          ) : null}
          {may.decide ? (
            <>
              <Button type="primary" onClick={() => setDoing('approve')}>
                批准并发布
              </Button>
              <Button onClick={() => setDoing('return')}>退回</Button>
            </>
          ) : null}
          {own ? <Button onClick={() => setDoing('withdraw')}>撤回</Button> : null}
          {whyNot ? <span className="muted">{whyNot}</span> : null}
        </div>
      );
  }
}
