import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActMessage } from '#contracts/act';
import type { Instant } from '#domain/day';

interface Submission extends ActMessage {
  caseId: string;
  form: Record<string, unknown>;
  personId: string;
  at: Instant;
}

/** Keeps the filled form before the act is sent. False when the same act id came with another content. */
export async function keepSubmission(
  em: EntityManager,
  { actId, caseId, action, form, personId, actingFor, onBehalfOf, at }: Submission,
): Promise<boolean> {
  const hash = createHash('sha256')
    .update(JSON.stringify([caseId, action, form]))
    .digest('hex');
  const [row] = await em.execute<{ hash: string }[]>(
    `insert into submission (act_id, case_id, action, form, hash, person_id, for_person_id, org_id, at)
     values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
     on conflict (act_id) do update set act_id = excluded.act_id
     returning hash`,
    [actId, caseId, action, JSON.stringify(form), hash, personId, actingFor ?? null, onBehalfOf ?? null, at],
  );
  return row?.hash === hash;
}
