import { longDay } from '#domain/day';
import { sideOf } from '#domain/kinds/pairing/state';
import type { PairingState, PlanItem } from '#domain/kinds/pairing/state';
import type { EntityManager } from '../../../orm.ts';
import { stateOf } from '../case-row.ts';
import type { Asking, Offer, Offers } from '../offers.ts';
import { checkerOptions } from '../on-site-check/offers.ts';
import { told } from '../told.ts';
import type { Told } from '../told.ts';
import { baselineRows, contactRows, planRows } from './initial.ts';
import { newPilots } from './new-pilots.ts';
import { solvers } from './solvers.ts';
import { itemName, plannedItems } from './told-items.ts';

const actsOf = async (em: EntityManager, { row }: Asking, ...actions: string[]): Promise<Told[]> =>
  (await told(em, [row.id], actions)).get(row.id) ?? [];

/** One field whose options are pieces of this case, the first of them chosen where it is the only one. */
function chosen(field: string, options: { value: string; label: string }[], more: object = {}): Offer {
  const only = options.length === 1 ? { [field]: options[0]?.value } : {};
  return { options: { [field]: options }, initial: { ...only, ...more } };
}

const items =
  (fits: (item: PlanItem, asking: Asking, state: PairingState) => boolean): Offers[string] =>
  async (em, asking) => {
    const state = stateOf<PairingState>(asking.row);
    const acts = await actsOf(em, asking, 'submit-plan');
    const open = state.plan.items.filter((item) => fits(item, asking, state));
    return chosen(
      'itemId',
      open.map(({ id, due }) => ({ value: id, label: `${itemName(acts, id)}（${longDay(due)}前）` })),
    );
  };

const isDone = ({ status }: PlanItem) => status === 'done' || status === 'dropped';
const inspection =
  (purpose: string): Offers[string] =>
  async (em, { actor, today }) => ({
    options: { checkers: await checkerOptions(em, today) },
    initial: { purpose, visited: 'assisted', on: today, checkers: [actor.personId] },
  });

/** What a pair adds to its forms: its own items, solvers, checkers and weeks, and rows to begin with. */
export const pairingOffers: Offers = {
  'file-group': (_em, { row }) =>
    Promise.resolve({ initial: { contacts: contactRows(stateOf<PairingState>(row)) } }),
  'file-needs': () => Promise.resolve({ initial: { baseline: baselineRows } }),
  'submit-plan': async (em, asking) => {
    const before = plannedItems(await actsOf(em, asking, 'submit-plan'));
    return { initial: { items: before.length > 0 ? before : planRows(stateOf<PairingState>(asking.row)) } };
  },
  'report-item': items((item, { who }, state) => !isDone(item) && item.side === sideOf(state, who.orgId)),
  'return-item': items(isDone),
  'weekly-report': (_em, { row }) => {
    const { weeks } = stateOf<PairingState>(row);
    const options = weeks.map((week) => ({ value: week, label: `${longDay(week)}起的一周` }));
    return Promise.resolve({ options: { week: options }, initial: { week: weeks[0] } });
  },
  'raise-problem': async (em, asking) => {
    const solver = await solvers(em, stateOf<PairingState>(asking.row), asking.today);
    const other = solver.find(({ value }) => value !== asking.who.orgId);
    return { options: { solver }, initial: { solver: other?.value } };
  },
  'inspect-midterm': inspection('结对帮带中期检查'),
  'inspect-final': inspection('结对帮带终期检查'),
  'propose-ending': async (em, asking) => ({ options: { newPilotId: await newPilots(em, asking) } }),
};
