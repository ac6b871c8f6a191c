import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Draft } from '../api/bureau-types.ts';
import { api, ask } from '../api/client.ts';
import { draftApprovers } from '../api/labels.ts';
import { AdminForm } from '../pages/orgs/admin-form.tsx';
import classes from './drafts.module.css';

/** What each sort of draft says beside what all of them say. */
export interface DraftWords {
  /** What follows once it is published; what cannot be taken back. */
  approve: string[];
  /** What whoever hands it in says by it. */
  handIn?: string[];
}

interface Act {
  code: 'hand-in' | 'approve' | 'return' | 'withdraw';
  /** Before the draft's name: 批准2027年工作日历. */
  names: string;
  verb: string;
  says: string[];
}

const actsOf = ({ may, sort }: Draft, { approve, handIn = [] }: DraftWords): Act[] => [
  ...(may.handIn
    ? [
        {
          ...({ code: 'hand-in', names: '报批', verb: '报请批准' } as const),
          says: [
            `送${draftApprovers[sort]}核对，由您本人以外的一人批准或者退回。`,
            '批准之前一切照旧；报批之后不能再改，需要改的请先撤回。',
            ...handIn,
          ],
        },
      ]
    : []),
  ...(may.decide
    ? [
        { ...({ code: 'approve', names: '批准', verb: '批准并发布' } as const), says: approve },
        {
          ...({ code: 'return', names: '退回', verb: '退回' } as const),
          says: ['退给报送人修改，理由随消息送达。'],
        },
      ]
    : []),
  ...(may.withdraw
    ? [
        {
          ...({ code: 'withdraw', names: '撤回', verb: '撤回' } as const),
          says: ['撤回后不再办理；填写的内容留存备查，需要时可以另报一份。'],
        },
      ]
    : []),
];

/** What may be done with the draft now, each with what will follow. */
export function DraftActs({ draft, words }: { draft: Draft; words: DraftWords }) {
  const [doing, setDoing] = useState<Act['code']>();
  const acts = actsOf(draft, words);
  const act = acts.find(({ code }) => code === doing);
  if (act) return <ActForm draft={draft} act={act} onEnd={() => setDoing(undefined)} />;
  if (acts.length === 0 && !draft.whyNot) return null;
  return (
    <div className={classes['acts']}>
      {acts.map(({ code, verb }) => (
        <Button
          key={code}
          type={code === 'hand-in' || code === 'approve' ? 'primary' : 'default'}
          onClick={() => setDoing(code)}
        >
          {verb}
        </Button>
      ))}
      {draft.whyNot ? <span className="muted">{draft.whyNot}</span> : null}
    </div>
  );
}

function ActForm({ draft, act, onEnd }: { draft: Draft; act: Act; onEnd: () => void }) {
  const cache = useQueryClient();
  const { code, names, verb, says } = act;
  const again = async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['drafts'] }),
      cache.invalidateQueries({ queryKey: [draft.sort] }),
    ]);
    onEnd();
  };
  return (
    <AdminForm<{ reason?: string }>
      title={`${names}${draft.subject}`}
      {...{ verb, says, onDone: again, onCancel: onEnd }}
      danger={code === 'withdraw'}
      send={({ reason = '' }) => send(draft, code, reason)}
    >
      {code === 'return' ? (
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请写明退回的理由。' }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      ) : null}
    </AdminForm>
  );
}

function send({ id, version }: Draft, code: Act['code'], reason: string): Promise<unknown> {
  const path = { params: { path: { id } } };
  const body = { version };
  switch (code) {
    case 'hand-in':
      return ask(api.POST('/api/drafts/{id}/hand-in', { ...path, body }));
    case 'approve':
      return ask(api.POST('/api/drafts/{id}/approve', { ...path, body }));
    case 'return':
      return ask(api.POST('/api/drafts/{id}/return', { ...path, body: { version, reason } }));
    case 'withdraw':
      return ask(api.POST('/api/drafts/{id}/withdraw', { ...path, body }));
  }
}
