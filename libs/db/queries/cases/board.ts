import type { Clock } from '#config/clock';
import type { BoardView } from '#contracts/pairing';
import type { Actor } from '#domain/actor';
import type { Day } from '#domain/day';
import { areaLabel } from '#domain/kinds/pairing/areas';
import type { CampaignState } from '#domain/kinds/campaign/state';
import { kindOf } from '#domain/kinds/index';
import { CaseFile } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, words } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import { boardPair } from './board-pair.ts';
import type { PairRow } from './board-pair.ts';
import { stageLabel } from './case-row.ts';
import { orgNames } from './names.ts';
import { noCase, seen, sightOf } from './visible.ts';
import type { Sight } from './visible.ts';

/** Of the states only what a cell needs, each taken apart once: whole states of 2,000 pairs are tens of megabytes. */
const columns = words(`c.id, c.number, c.stage, c.next_due, c.closed_at is not null closed,
  s.plan -> 'items' items, l.open, l.late, s.weeks, s.end,
  p.name pilot, a.name assisted, f.step, f.org_id, f.role`);

/** 看板: pairs × stages × work areas. A hospital that may see some of the pairs gets a board of these alone. */
export async function board(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  campaignId: string,
): Promise<BoardView> {
  const sight = await sightOf(em, actor);
  const campaign = await em.findOne(CaseFile, { id: campaignId, kind: 'campaign' }, { refresh: true });
  const rows = campaign ? await pairRows(em, sight, campaignId, clock.today()) : [];
  if (!campaign || (sight !== 'all' && rows.length === 0)) throw noCase();
  const state = campaign.state as CampaignState;
  const orgName = await orgNames(
    em,
    rows.map((row) => row.org_id),
  );
  const calendar = await currentCalendar(em);
  const pairs = rows.map((row) =>
    boardPair(row, { today: clock.today(), calendar, areas: state.areas, orgName }),
  );
  const counted =
    sight === 'all' ? { rows: state.rows, opened: state.opened } : { rows: rows.length, opened: rows.length };
  return {
    campaign: {
      ...{ id: campaign.id, number: campaign.number, title: campaign.title, stage: campaign.stage },
      ...{ stageLabel: stageLabel('campaign', campaign.stage), ...counted },
    },
    areas: state.areas.map((code) => ({ code, label: areaLabel(code) })),
    stages: Object.entries(kindOf(state.memberKind).stages).map(([code, label]) => ({ code, label })),
    pairs,
    totals: {
      pairs: pairs.length,
      late: pairs.filter((pair) => pair.lateness === 'overdue').length,
      problems: pairs.reduce((sum, { problems }) => sum + problems.open, 0),
      ended: rows.filter((row) => row.end !== null).length,
    },
  };
}

const pairRows = (em: EntityManager, sight: Sight, campaignId: string, today: Day): Promise<PairRow[]> =>
  em.execute(sql`
    select ${columns}
      from case_file c
      cross join lateral jsonb_to_record(c.state)
        as s("pilotId" uuid, "assistedId" uuid, plan jsonb, weeks jsonb, "end" text)
      cross join lateral (
        select count(*) filter (where not o.closed)::int open,
               count(*) filter (where not o.closed and not o.suspended and o.owed_by < ${today}::date)::int late
          from commitment_line o join case_file f on f.id = o.case_id
         where o.source_case_id = c.id and f.state #>> '{source,item}' is not null) l
      left join org p on p.id = s."pilotId"
      left join org a on a.id = s."assistedId"
      left join lateral (
        select t.step, t.org_id, t.role from todo t where t.case_id = c.id and t.closed_at is null
         order by coalesce(t.due, 'infinity'::date), t.id limit 1) f on true
     where c.campaign_id = ${campaignId}::uuid and c.kind = 'pairing' and ${seen(sight, sql`c.id`)}
     order by p.sort, p.name, a.sort, a.name, c.id`);
