import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RuleDraft } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from './rules.module.css';

type Doing = 'hand-in' | 'approve' | 'return' | 'withdraw';

/** What may be done with the draft now, each with what will follow. */
export function RuleDraftActs({ draft }: { draft: RuleDraft }) {
  const [doing, setDoing] = useState<Doing>();
  const cache = useQueryClient();
  const { id, version, may, whyNot } = draft;
  const at = { params: { path: { id } } };
  const again = async () => {
    await cache.invalidateQueries({ queryKey: ['rules'] });
    setDoing(undefined);
  };
  const shared = { onDone: again, onCancel: () => setDoing(undefined) };
  const body = { version };
  switch (doing) {
    case 'hand-in':
      return (
        <AdminForm
          title="报批规则变动"
          says={[
            '送其他系统管理员和安全管理员核对，由其中一人批准或者退回。',
            '批准之前一切照旧；报批之后不能再改，需要改的请先撤回。',
          ]}
          verb="报请批准"
          send={() => ask(api.POST('/api/rules/drafts/{id}/hand-in', { ...at, body }))}
          {...shared}
        />
      );
    case 'approve':
      return (
        <AdminForm
          title="批准规则变动"
          says={[
            '批准后列入规则，自生效日起适用；原来的规定到前一日为止，留存备查。',
            '在办事项随即逐件得知，每件的办理过程中记一行；已经起算的期限不变。',
            '批准不能收回；需要更正的，同一生效日另报一条即可代替。',
          ]}
          verb="批准并发布"
          send={() => ask(api.POST('/api/rules/drafts/{id}/approve', { ...at, body }))}
          {...shared}
        />
      );
    case 'return':
      return (
        <AdminForm<{ reason: string }>
          title="退回规则变动"
          says={['退给报送人修改，理由随消息送达。']}
          verb="退回"
          send={({ reason }) =>
            ask(api.POST('/api/rules/drafts/{id}/return', { ...at, body: { ...body, reason } }))
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
          title="撤回规则变动"
          says={['撤回后不再办理；填写的内容留存备查，需要时可以另报。']}
          verb="撤回"
          danger
          send={() => ask(api.POST('/api/rules/drafts/{id}/withdraw', { ...at, body }))}
          {...shared}
        />
      );
    default:
      return (
        <div className={classes['acts']} style={{ margin: '12px 0' }}>
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
          {may.withdraw ? <Button onClick={() => setDoing('withdraw')}>撤回</Button> : null}
          {whyNot ? <span className="muted">{whyNot}</span> : null}
        </div>
      );
  }
}
