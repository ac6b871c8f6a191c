import type { CheckLine, CheckQuery } from '#contracts/on-site-check';
import type { Actor } from '#domain/actor';
import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import type { EntityManager } from '../../../orm.ts';
import { sql, words } from '../../../sql.ts';
import { stageLabel } from '../case-row.ts';
import { orgNames, personNames } from '../names.ts';
import { seen, sightOf } from '../visible.ts';
import { showsFindings } from './checklist.ts';
import { isHisCheck } from './fills.ts';
import { checkersOf } from '#domain/kinds/on-site-check/state';

interface Row {
  id: string;
  number: string;
  title: string;
  stage: string;
  state: OnSiteCheckState;
  place: string | null;
  filled: number;
}

/** Open ones with the next visit first; of those that are closed the latest. */
const most = 200;

export async function checks(
  em: EntityManager,
  actor: Actor,
  { list, status }: CheckQuery,
): Promise<CheckLine[]> {
  const sight = await sightOf(em, actor);
  const open = status === 'open';
  const own = sql`exists (select 1 from jsonb_array_elements(c.state -> 'checkers') k
    where k ->> 'personId' = ${actor.personId}) or exists (select 1 from todo t
    where t.case_id = c.id and t.holder_id = ${actor.personId}::uuid and t.closed_at is null)`;
  const rows = await em.execute<Row[]>(sql`
    select c.id, c.number, c.title, c.stage, c.state, coalesce(s.form, o.form) ->> 'place' place,
           (select count(distinct r.id)::int from record r where r.case_id = c.id and r.sort = 'finding') filled
      from case_file c left join case_event e on e.case_id = c.id and e.seq = 1
      left join submission s on s.act_id = e.act_id
      left join case_event b on b.case_id = (c.state #>> '{source,caseId}')::uuid
        and b.seq = (c.state #>> '{source,seq}')::int
      left join submission o on o.act_id = b.act_id
     where c.kind = 'on-site-check' and ${words(open ? 'c.closed_at is null' : 'c.closed_at is not null')}
       and ${seen(sight, sql`c.id`)} and ${list === 'mine' ? sql`(${own})` : sql`true`}
     order by ${words(open ? `c.state ->> 'on', c.id` : 'c.changed_at desc, c.id desc')} limit ${most}`);
  const orgName = await orgNames(
    em,
    rows.map(({ state }) => state.visitedId),
  );
  const people = rows.flatMap(({ state }) => checkersOf(state).map(({ personId }) => personId));
  const personName = await personNames(em, people);
  return rows.map(({ id, number, title, stage, state, place, filled }) => {
    const shown = showsFindings(sight, state);
    return {
      ...{ caseId: id, number, title, visited: orgName(state.visitedId) ?? '', place: place ?? '' },
      ...{ on: state.on, stage, stageLabel: stageLabel('on-site-check', stage) },
      checkers: checkersOf(state).map(({ personId }) => ({ personId, name: personName(personId) ?? '' })),
      mine: isHisCheck(actor, state),
      filled: shown ? filled : 0,
      total: itemsOf(state.checklist, state.groups).length,
      failing: shown ? Object.values(state.results).filter((result) => result === 'fail').length : 0,
    };
  });
}
