import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numbersThatFail } from '#tests/harness/series';
import { unsound } from '#tests/harness/soundness';
import type { Desk } from './desk.ts';
import type { Answer } from './players.ts';
import { differences, undone } from './whole.ts';

interface Paper {
  id: string;
  pdf_sha256: string | null;
}

/** Each receiver has one delivery and one message of each of its papers, and nobody else has any. */
const wrongReceivers = `
  select n.id || ' (' || coalesce(n.number, '') || '): ' || jsonb_array_length(n.to_org_ids) || ' receivers, '
         || d.count || ' deliveries, ' || m.count || ' messages' as fault
    from notice n,
         lateral (select count(*), count(*) filter (where n.to_org_ids @> to_jsonb(org_id)) as right_ones
                    from delivery where notice_id = n.id) d,
         lateral (select count(*), count(*) filter (where n.to_org_ids @> to_jsonb(org_id)) as right_ones
                    from message where code = 'notice-issued' and params ->> 'noticeId' = n.id::text) m,
         lateral (select jsonb_array_length(n.to_org_ids) as count) r
   where n.case_id in (select jsonb_array_elements_text(?::jsonb)::uuid)
     and (d.count, d.right_ones, m.count, m.right_ones) <> (r.count, r.count, r.count, r.count)`;

/** One paper for each one ordered: of an order for each receiver as many as there are receivers. */
const wrongCounts = `
  select e.case_id || '/' || e.seq || ': ' || count(n.id) || ' papers of one order' as fault
    from effect e left join notice n using (case_id, seq, idx)
   where e.type = 'issueNotice' group by e.case_id, e.seq, e.idx, e.body
  having count(n.id) <> case when e.body -> 'each' is not null then jsonb_array_length(e.body -> 'to') else 1 end
      or count(distinct n.nth) <> count(n.id) or bool_or(n.rendered_at is null)`;

export interface Issued {
  /** Dispatches that people signed, and orders for many. */
  cases: string[];
  orders: string[];
  answers: Answer[];
}

/** Everything that is not as it would be if nothing had been killed. */
export async function paperFaults(desk: Desk, { cases, orders, answers }: Issued): Promise<string[]> {
  const list = async (sql: string, values: unknown[] = []) =>
    (await desk.rows<{ fault: string }>(sql, values)).map(({ fault }) => fault);
  const papers = await desk.rows<Paper>('select id, pdf_sha256 from notice');
  const faults = await numbersThatFail(desk.orm.em.fork());
  for (const paper of papers) faults.push(...(await byteFaults(desk, paper)));
  for (const sql of [undone, wrongCounts]) faults.push(...(await list(sql)));
  faults.push(...(await list(wrongReceivers, [JSON.stringify([...cases, ...orders])])));
  for (const { caseId, seq, actId } of answers) {
    const events = await desk.rows('select 1 from case_event where (case_id, seq, act_id) = (?, ?, ?)', [
      ...[caseId, seq, actId],
    ]);
    if (events.length !== 1) faults.push(`answered, but does not stand: ${actId}`);
  }
  for (const id of cases)
    for (const fault of await unsound(desk.orm.em.fork(), id)) faults.push(`${id}: ${fault}`);
  return [...faults, ...(await differences(desk))];
}

async function byteFaults({ dataDir }: Desk, { id, pdf_sha256: sha256 }: Paper): Promise<string[]> {
  if (sha256 === null) return [`${id} has no bytes`];
  const bytes = await readFile(join(dataDir, 'files', sha256.slice(0, 2), sha256)).catch(() => undefined);
  if (!bytes) return [`${id}: ${sha256} is not in the store`];
  const found = createHash('sha256').update(bytes).digest('hex');
  return found === sha256 ? [] : [`${id}: the bytes have the hash ${found}, not ${sha256}`];
}
