import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DayInput } from '../../act/day-input.tsx';
import type { WordingDraft, WordingLine, WordingPaper } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from './wording.module.css';

interface Props {
  paper: WordingPaper;
  lines: WordingLine[];
  draft?: WordingDraft;
  onReset: (lines: WordingLine[]) => void;
  onSaved: () => void;
}
interface Values {
  from: string;
  reason: string;
}

/** From when and why; then the draft's own page. Or back to what is shipped. */
export function SaveForm({ paper, lines, draft, onReset, onSaved }: Props) {
  const [back, setBack] = useState(false);
  const go = useNavigate();
  const cache = useQueryClient();
  const today = useToday();
  const own = paper.periods.some(({ version, to }) => version > 0 && (to === null || to > today));
  let kept = draft?.id ?? '';
  const send = async ({ from, reason }: Values): Promise<void> => {
    const content = { from, reason, lines: back ? null : lines };
    if (!draft) {
      const body = { ...content, code: paper.code };
      kept = (await ask(api.POST('/api/wording/drafts', { body }))).id;
      return;
    }
    const params = { path: { id: draft.id } };
    const body = { version: draft.version, proposal: content };
    await ask(api.POST('/api/wording/drafts/{id}/text', { params, body }));
  };
  return (
    <div className={classes['save']}>
      <AdminForm<Values>
        key={String(back)}
        title={back ? '恢复自带的措辞' : '从哪一天起这样措辞'}
        says={back ? ['自生效日起按系统自带的措辞印发；本单位的各版留存备查。'] : []}
        verb={draft ? '存入草稿，核对样张' : '存为草稿，核对样张'}
        initial={{ from: draft?.from ?? paper.earliest, ...(draft ? { reason: draft.ground } : {}) }}
        send={send}
        onDone={async () => {
          onSaved();
          await cache.invalidateQueries({ queryKey: ['drafts'] });
          void go(`/wording/drafts/${kept}`);
        }}
        onCancel={() => void go('/wording')}
      >
        <Form.Item
          name="from"
          label="生效日期（当天起印发的文书采用）"
          extra={`最早为${dateText(paper.earliest, today)}：今天印发的，都按今天的措辞。`}
          rules={[{ required: true, message: '请选择日期。' }]}
        >
          <DayInput width="22em" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="改动的缘由"
          extra="改了什么、为什么，供批准的人核对；随版本留存。"
          rules={[{ required: true, whitespace: true, message: '请填写改动的缘由。' }]}
        >
          <Input maxLength={500} placeholder="如：按局办公室2026年第9号通知统一用语" />
        </Form.Item>
      </AdminForm>
      <p className={classes['others']}>
        <Button type="link" onClick={() => onReset(paper.lines)}>
          放弃改动，回到现行措辞
        </Button>
        {own ? (
          <Button type="link" onClick={() => setBack(!back)}>
            {back ? '还是报送上面的措辞' : '报请恢复自带的措辞'}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
