import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import type { OpenTodo } from '#domain/case';
import { newId } from '../id.ts';

/** Todos follow the effects of the event to the letter; (case, key) is unique, so none opens twice. */
export async function writeTodos(
  em: EntityManager,
  { caseId, kind, event, effects }: CommitInput,
): Promise<void> {
  const told = effects.flatMap((effect) =>
    effect.type === 'openTodo' || effect.type === 'updateTodo'
      ? [[effect.key, rowOf(effect.key, effect.todo)] as const]
      : [],
  );
  // Of several orders for one todo the last holds: PostgreSQL refuses to write a row twice in one statement.
  const rows = [...new Map(told).values()];
  if (rows.length > 0) {
    await em.execute(
      `insert into todo (id, case_id, key, kind, step, round, org_id, role, holder_id, assigned, opened_at, due, original_due, deadline, fired)
       select id, ?, key, ?, step, round, org_id, role, holder_id, assigned, opened_at, due, original_due, deadline, fired
         from jsonb_to_recordset(?::jsonb) as row(id uuid, key text, step text, round text, org_id uuid, role text,
              holder_id uuid, assigned text, opened_at timestamptz, due date, original_due date, deadline jsonb, fired jsonb)
       on conflict (case_id, key) do update set org_id = excluded.org_id, role = excluded.role,
         holder_id = excluded.holder_id, assigned = excluded.assigned, due = excluded.due,
         deadline = case when excluded.deadline->'steps' = '[]'::jsonb then todo.deadline else excluded.deadline end,
         fired = excluded.fired, closed_at = null, outcome = null`,
      [caseId, kind, JSON.stringify(rows)],
    );
  }
  const closed = effects.flatMap((effect) =>
    effect.type === 'closeTodo' ? [{ key: effect.key, outcome: effect.outcome }] : [],
  );
  if (closed.length > 0) {
    await em.execute(
      `update todo set closed_at = ?, outcome = row.outcome
         from jsonb_to_recordset(?::jsonb) as row(key text, outcome text)
        where todo.case_id = ? and todo.key = row.key and todo.closed_at is null`,
      [event.at, JSON.stringify(closed), caseId],
    );
  }
}

function rowOf(key: string, todo: OpenTodo) {
  const { step, round, openedAt, deadline, fired, assigned } = todo;
  // Whoever has it in hand finds it in the inbox of the office in which he does it.
  const office = assigned?.office ?? todo.office;
  return {
    id: newId(),
    key,
    step,
    round,
    org_id: 'orgId' in office ? office.orgId : null,
    role: office.role,
    holder_id: assigned?.personId ?? todo.holder ?? null,
    assigned: assigned?.sort ?? null,
    opened_at: openedAt,
    due: deadline?.due ?? null,
    original_due: deadline?.originalDue ?? null,
    deadline: deadline ?? null,
    fired,
  };
}
