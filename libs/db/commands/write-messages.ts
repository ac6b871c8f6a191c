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
            // To one person: his office says in what capacity, not who else reads it.
            person_id: effect.person ?? null,
            org_id: effect.person === undefined && 'orgId' in effect.to ? effect.to.orgId : null,
            role: effect.person === undefined ? effect.to.role : null,
            code: effect.code,
            params: { ...effect.params, ...(effect.todoKey ? { todo: effect.todoKey } : {}) },
          },
        ],
  );
  if (rows.length === 0) return;
  await em.execute(
    `insert into message (id, key, at, person_id, org_id, role, case_id, code, params)
     select id, key, ?, person_id, org_id, role, ?, code, params
       from jsonb_to_recordset(?::jsonb) as row(id uuid, key text, person_id uuid, org_id uuid, role text, code text, params jsonb)
     on conflict (key) do nothing`,
    [event.at, caseId, JSON.stringify(rows)],
  );
}
