import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { ActFormView, ActReceipt, CaseView } from '../api/types.ts';
import { Asked } from '../states/asked.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { ActDone } from './act-done.tsx';
import { ActingFor } from './acting-for.tsx';
import { ActForm } from './act-form.tsx';
import type { Values } from './body.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { fieldsOf } from './schema.ts';
import { useBehalf } from './use-behalf.ts';
import type { Field } from './schema.ts';

interface Props {
  view: CaseView;
  action: string;
  /** What is already known: the plan item, the problem, the week. */
  given: Values;
  /** Which of the reader's todos it answers. */
  todoKey: string | undefined;
  /** Opens the next todo of the reader. */
  onNext: (action: string, todoKey: string) => void;
  onClose: () => void;
}

/** Says what will happen, asks what must be supplied, and has one button with the verb. */
export default function ActPanel({ view, action, given, todoKey, onNext, onClose }: Props) {
  const [receipt, setReceipt] = useState<ActReceipt>();
  const [unsent, setUnsent] = useState(false);
  const now = view.actions.find((one) => one.action === action);
  const behalf = useBehalf(now, view, todoKey);
  const form = useQuery({
    // Not a part of the case: once the act is done, its form is no longer there to be asked for.
    queryKey: ['form', view.id, action, behalf.chosen, todoKey],
    queryFn: ({ signal }) => {
      const params = { path: { id: view.id, action }, query: { onBehalfOf: behalf.chosen, todo: todoKey } };
      return ask(api.GET('/api/cases/{id}/forms/{action}', { params, signal }));
    },
    // What is being filled in must not change under the hands.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    gcTime: 0,
    enabled: view.actions.some((one) => one.action === action && one.permitted),
  });
  const fields = useFields(form.data);
  const label = form.data?.label ?? now?.label ?? '办理';
  return (
    <Drawer
      open
      onClose={onClose}
      size={isWide(fields) ? 'min(1180px, 100vw)' : 'min(760px, 100vw)'}
      title={
        <>
          {label}
          <div className="muted" style={{ fontSize: '0.93rem', fontWeight: 400 }}>
            {view.title}
          </div>
        </>
      }
      mask={{ closable: false }}
    >
      <LeaveGuard when={unsent && !receipt} />
      {receipt ? (
        <ActDone receipt={receipt} label={label} view={view} onNext={onNext} onClose={onClose} />
      ) : !now?.permitted && !form.data ? (
        <EmptyState
          title="现在不能办理"
          text={now?.reason}
          action={<Button onClick={onClose}>看本案</Button>}
        />
      ) : (
        <Asked query={form} what="打开办理页">
          {(asked) => (
            <>
              <ActingFor absent={asked.actingFor} />
              <ActForm
                key={behalf.chosen}
                view={view}
                asked={asked}
                behalf={behalf}
                fields={fields}
                given={given}
                todoKey={todoKey}
                onUnsent={setUnsent}
                onDone={(done) => {
                  setUnsent(false);
                  setReceipt(done);
                }}
                onRenew={() => void form.refetch()}
              />
            </>
          )}
        </Asked>
      )}
    </Drawer>
  );
}

const useFields = (asked: ActFormView | undefined): Field[] =>
  useMemo(() => (asked ? fieldsOf(asked.schema, asked.options) : []), [asked]);

/** A table with many columns needs the room. */
const isWide = (fields: readonly Field[]): boolean =>
  fields.some(({ grows, parts }) => grows && parts.length >= 4);
