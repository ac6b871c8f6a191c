import type { Clock } from '#config/clock';
import { draftSortOf, type DraftSortCode } from '#domain/draft-sorts';
import type { DraftRow } from '../../entities/draft.ts';
import { Message } from '../../entities/message.ts';
import { newId } from '../../id.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, texts } from '../../sql.ts';

interface HandedIn {
  sort: DraftSortCode;
  id: string;
  version: number;
  subject: string;
}

/**
 * To everybody who may approve it, once for each version of a draft. Where the proposer holds the same role, to each of
 * the others by himself.
 */
export async function tellApprovers(
  tx: EntityManager,
  clock: Clock,
  by: { personId: string; name: string },
  { sort, id, version, subject }: HandedIn,
): Promise<void> {
  const { proposers, approvers } = draftSortOf(sort);
  const code = `${sort}-handed-in` as const;
  const message = { at: clock.now(), code, params: { subject, by: by.name, draft: id } };
  const key = `${code}/${id}/${version}`;
  const [peers, others] = [true, false].map((peer) =>
    approvers.filter((role) => proposers.includes(role) === peer),
  );
  for (const role of others ?? [])
    await tx.insert(Message, { id: newId(), key: `${key}/${role}`, role, ...message });
  const people = await tx.execute<{ person_id: string }[]>(sql`
    select distinct person_id from post
     where role = any(${texts(peers ?? [])}) and person_id <> ${by.personId}::uuid
       and from_day <= ${clock.today()}::date and (until_day is null or until_day > ${clock.today()}::date)`);
  for (const { person_id: personId } of people)
    await tx.insert(Message, { id: newId(), key: `${key}/${personId}`, personId, ...message });
}

interface Decided {
  step: 'published' | 'returned';
  subject: string;
  by: string;
  reason?: string;
}

export async function tellProposer(
  tx: EntityManager,
  clock: Clock,
  { id, version, sort, personId }: DraftRow,
  { step, ...params }: Decided,
): Promise<void> {
  const code = `${sort}-${step}` as const;
  const message = { id: newId(), key: `${code}/${id}/${version}`, at: clock.now(), personId, code };
  await tx.insert(Message, { ...message, params: { ...params, draft: id } });
}
