import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnvironment } from '#config/config';
import { nodeCommand } from '#cli/start/node-part';
import { numbersThatFail } from '#tests/harness/series';
import { unsound } from '#tests/harness/soundness';
import type { Desk } from './desk.ts';
import type { Answer } from './players.ts';

/** The papers and receivers that this campaign orders, whatever was killed meanwhile. */
const wrongPapers = `
  select e.case_id || '/' || e.seq || ': ' || count(n.id) || ' of one paper' as fault
    from effect e left join notice n using (case_id, seq, idx)
   where e.type = 'issueNotice' group by e.case_id, e.seq, e.idx
  having count(n.id) <> 1 or bool_or(n.rendered_at is null)
  union all
  select n.id || ': a paper that no act ordered' from notice n
   where not exists (select 1 from effect e where e.type = 'issueNotice'
                      and (e.case_id, e.seq, e.idx) = (n.case_id, n.seq, n.idx))
  union all
  select n.id || ': ' || d.count || ' deliveries, ' || m.count || ' messages, ' || jsonb_array_length(n.to_org_ids)
         || ' receivers'
    from notice n,
         lateral (select count(*) from delivery where notice_id = n.id) d,
         lateral (select count(*) from message where key like n.id || '/%') m
   where n.case_id in (select id from case_file where ? in (id, campaign_id))
     and (d.count <> jsonb_array_length(n.to_org_ids) or m.count <> case when n.service_no is null then jsonb_array_length(n.to_org_ids) else 0 end)`;

export const undone = `select case_id || '/' || seq || ': ' || type || ' is not done' as fault from effect where done_at is null`;

/** Everything that is not as it would be if nothing had been killed. */
export async function faultsIn(desk: Desk, campaignId: string, answers: Answer[]): Promise<string[]> {
  const list = async (sql: string, values: unknown[] = []) =>
    (await desk.rows<{ fault: string }>(sql, values)).map(({ fault }) => fault);
  const cases = await desk.rows<{ id: string }>(
    'select id from case_file where id = ? or campaign_id = ? order by id',
    [campaignId, campaignId],
  );
  const faults: string[] = [];
  for (const { id } of cases)
    for (const fault of await unsound(desk.orm.em.fork(), id)) faults.push(`${id}: ${fault}`);
  const events = await desk.rows<{ case_id: string; seq: number; act_id: string }>(
    `select case_id, seq, act_id from case_event where person_id is not null
      and case_id in (select id from case_file where campaign_id = ?)`,
    [campaignId],
  );
  const stands = new Set(events.map(({ case_id, seq, act_id }) => `${case_id} ${seq} ${act_id}`));
  for (const { caseId, seq, actId } of answers)
    if (!stands.delete(`${caseId} ${seq} ${actId}`)) faults.push(`answered, but does not stand: ${actId}`);
  faults.push(...[...stands].map((act) => `stands, but nobody handed it in: ${act}`));
  faults.push(...(await numbersThatFail(desk.orm.em.fork())), ...(await list(undone)));
  faults.push(...(await list(wrongPapers, [campaignId])));
  return [...faults, ...(await differences(desk))];
}

/** What the operator's own command says. */
export async function differences({ dataDir }: Desk): Promise<string[]> {
  const [program = '', ...args] = nodeCommand('apps/cli/main.ts', 'reconcile', '--json');
  const env = { ...childEnvironment({ DATA_DIR: dataDir, NODE_OPTIONS: '', NODE_ENV: 'development' }) };
  // It ends with 1 where something differs, and says what.
  const { stdout } = await promisify(execFile)(program, args, { env }).catch(
    (error: { stdout: string; stderr: string }) => {
      if (!error.stdout) throw new Error(error.stderr);
      return error;
    },
  );
  const told = JSON.parse(stdout) as { differences: unknown[]; stuck: unknown[] };
  return [...told.differences, ...told.stuck].map((one) => JSON.stringify(one));
}
