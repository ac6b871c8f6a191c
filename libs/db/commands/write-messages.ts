import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import { newId } from '../id.ts';

/** In-app messages of an event, keyed by case, sequence and index. */
export async function writeMessages(
  em: EntityManager,
  { caseId, seq, event, effects }: CommitInput,
): Promise<void> {
  const rows = effects.flatMap((effect, index) =>
    effect.type !== 'message'
      ? []
      : [
          {
            id: newId(),
            key: `${caseId}/${seq}/${index}`,
            org_id: 'orgId' in effect.to ? effect.to.orgId : null,
            role: effect.to.role,
            code: effect.code,
            params: { ...effect.params, ...(effect.todoKey ? { todo: effect.todoKey } : {}) },
          },
        ],
  );
  if (rows.length === 0) return;
  await em.execute(
    `insert into message (id, key, at, org_id, role, case_id, code, params)
     select id, key, ?, org_id, role, ?, code, params
       from jsonb_to_recordset(?::jsonb) as row(id uuid, key text, org_id uuid, role text, code text, params jsonb)
     on conflict (key) do nothing`,
    [event.at, caseId, JSON.stringify(rows)],
  );
}
