import { itemLabelOf } from '#domain/kinds/on-site-check/checklists';
import { failing } from '#domain/kinds/on-site-check/concluding';
import { checkerRoles, checkersOf, type OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import type { Day } from '#domain/day';
import { roles } from '#domain/role';
import type { Role } from '#domain/role';
import type { EntityManager } from '../../../orm.ts';
import { sql, texts } from '../../../sql.ts';
import { stateOf } from '../case-row.ts';
import type { Offers } from '../offers.ts';
import { findingsOf } from './findings.ts';
import { scoreFields } from './score-fields.ts';

interface Option {
  value: string;
  label: string;
}

/** Everybody of the bureau who may check, with his offices. */
export async function checkerOptions(em: EntityManager, today: Day): Promise<Option[]> {
  const rows = await em.execute<{ id: string; name: string; org: string; held: Role[] }[]>(sql`
    select p.id, p.name, min(o.name) org, array_agg(distinct t.role) held
      from post t join person p on p.id = t.person_id join org o on o.id = t.org_id
     where t.from_day <= ${today}::date and (t.until_day is null or t.until_day > ${today}::date)
       and (p.disabled_on is null or p.disabled_on > ${today}::date)
       and o.kind in ('bureau', 'section') and t.role = any(${texts(checkerRoles)})
     group by p.id, p.name order by min(o.name), p.name limit 500`);
  return rows.map(({ id, name, org, held }) => ({
    value: id,
    label: `${name}（${org} ${held.map((role) => roles[role]).join('、')}）`,
  }));
}

/** What a check adds to its forms: its findings and the people who may check. */
export const onSiteCheckOffers: Offers = {
  rearrange: async (em, { row, today }) => {
    const state = stateOf<OnSiteCheckState>(row);
    const checkers = checkersOf(state).map(({ personId }) => personId);
    return { options: { checkers: await checkerOptions(em, today) }, initial: { on: state.on, checkers } };
  },
  'hand-in': (_em, { row }) => {
    const state = stateOf<OnSiteCheckState>(row);
    return Promise.resolve({
      initial: state.scored ? { scores: state.scores ?? {} } : {},
      schema: scoreFields(state),
    });
  },
  'open-commitment': async (em, { row }) => {
    const state = stateOf<OnSiteCheckState>(row);
    const findings = await findingsOf(em, row.id);
    const open = failing(state);
    const label = (item: string) => itemLabelOf(state.checklist, item);
    const item = open.map((value) => ({ value, label: label(value) }));
    const [only] = open.length === 1 ? open : [];
    const what = only ? { item: only, what: `整改：${label(only)}`, measure: findings.get(only)?.note } : {};
    return { options: { item }, initial: { limit: 'month', ...what } };
  },
};
