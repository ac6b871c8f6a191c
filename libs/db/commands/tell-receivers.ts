import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import type { MessageCode } from '#domain/message-codes';
import { newId } from '../id.ts';

interface Told {
  /** With it each receiver is told once. */
  key: string;
  caseId: string;
  at: Instant;
  to: readonly string[];
  code: MessageCode;
  params: Record<string, string>;
}

/** A message to each receiving organisation, in the office that takes in its post. */
export async function tellReceivers(
  em: EntityManager,
  { key, caseId, at, to, code, params }: Told,
): Promise<void> {
  const receivers = JSON.stringify(to.map((orgId) => ({ id: newId(), org_id: orgId })));
  await em.execute(
    `insert into message (id, key, at, org_id, role, case_id, code, params)
     select row.id, ? || '/' || org_id, ?, org_id,
            case o.kind when 'department' then 'department' when 'section' then 'section-head' else 'liaison' end,
            ?, ?, ?::jsonb
       from jsonb_to_recordset(?::jsonb) as row(id uuid, org_id uuid) join org o on o.id = row.org_id
     on conflict (key) do nothing`,
    [key, at, caseId, code, JSON.stringify(params), receivers],
  );
}
