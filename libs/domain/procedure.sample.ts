// Who walks through the procedures in procedure.test.ts, by which book, and what they fill in.
import type { Actor, Post } from './actor.ts';
import { addDays, type Day } from './day.ts';
import type { RuleBook } from './case.ts';
import { bookFor, kindCodes } from './kinds/index.ts';
import type { CampaignState } from './kinds/campaign/state.ts';
import { itemsOf } from './kinds/pairing/areas.ts';
import { sideOf, type PairingState } from './kinds/pairing/state.ts';

export const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [pilotId, assistedId] = [id(1), id(2)];
const [bureauId, otherId] = [id(3), id(4)];
const post = (orgId: string, role: Post['role']): Post => ({
  orgId,
  role,
  orgKind: orgId === bureauId ? 'bureau' : 'hospital',
});
const person = (number: number, ...posts: Post[]): Actor => ({ personId: id(100 + number), posts });

/** Among them one who signs for both hospitals, one who inspects and leads, and one whom the case doesn't concern. */
export const cast = [
  person(1, post(pilotId, 'liaison')),
  person(2, post(assistedId, 'liaison')),
  person(3, post(pilotId, 'principal')),
  person(4, post(assistedId, 'principal')),
  person(11, post(assistedId, 'principal'), post(pilotId, 'principal')),
  person(5, post(bureauId, 'inspector')),
  person(6, post(bureauId, 'inspector'), post(bureauId, 'leader')),
  person(7, post(bureauId, 'leader')),
  person(8, post(bureauId, 'section-head')),
  person(9, post(bureauId, 'archivist')),
  person(10, post(otherId, 'liaison'), post(otherId, 'principal')),
] as const;
export const inspector = cast[5];

export type Fields<S> = (
  state: S,
  action: string,
  today: Day,
  orgId: string | undefined,
  salt: number,
) => object | undefined;

export const pick = <T>(from: readonly T[], salt: number): T | undefined =>
  from[salt % Math.max(from.length, 1)];

/** What a person could rightly fill in; undefined where the state offers nothing to fill in. */
export const pairingFields: Fields<PairingState> = (state, action, today, orgId, salt) => {
  const { items } = state.plan;
  const open = items.filter(
    (item) => item.side === sideOf(state, orgId) && (item.status === 'todo' || item.status === 'doing'),
  );
  const done = items.filter((item) => item.status === 'done' || item.status === 'dropped');
  // Endings seldom, or no walk would come far.
  const seldom = salt % 8 === 0;
  const side = salt % 3 === 0 ? 'pilot' : 'assisted';
  const some = (found: string | undefined, fields: object) => (found === undefined ? undefined : fields);
  switch (action) {
    case 'decide-objection':
      return { decision: seldom ? 'end' : 'keep' };
    case 'file-group':
      return { contacts: state.areas.map((area) => ({ area })) };
    case 'submit-plan':
      if (today > state.to) return undefined;
      return {
        items: itemsOf(state.areas).map((code) => ({ area: code.split('.')[0], code, side, due: state.to })),
      };
    case 'report-item':
      return some(pick(open, salt)?.id, {
        itemId: pick(open, salt)?.id,
        status: pick(['doing', 'done', 'dropped'], salt),
      });
    case 'return-item':
      return some(pick(done, salt)?.id, { itemId: pick(done, salt)?.id, due: today });
    case 'weekly-report':
      return { week: pick(state.weeks, salt) };
    case 'raise-problem':
      return { area: pick(state.areas, salt), solver: salt % 2 ? state.pilotId : state.assistedId };
    case 'inspect-midterm':
    case 'inspect-final':
      return {
        ...{ visited: side, on: today },
        checkers: [inspector, ...(salt % 2 ? [cast[6]] : [cast[8]])].map(({ personId }) => personId),
      };
    case 'approve-midterm':
    case 'approve-final':
      return salt % 4 === 0 ? { decision: 'return', on: today } : { decision: 'approve' };
    case 'propose-ending':
      if (!seldom) return undefined;
      if (state.stage === 'closing' && salt % 2) return { reason: 'renewed', newTo: addDays(state.to, 100) };
      return salt % 3 ? { reason: 'early' } : { reason: 'replaced', newPilotId: otherId };
    case 'decide-ending':
      return { decision: seldom ? 'approve' : 'refuse' };
    default:
      return {};
  }
};
/** What a check brings back to the pair that waits for its result. */
export const broughtToPair = (state: PairingState, persons: readonly string[], salt: number) => {
  const item = (['midterm', 'final'] as const).find(
    (phase) => state.inspections[phase] && !state.inspections[phase]?.scores,
  );
  const scores = state.areas.map((area) => `${area}:${salt % 101}`).join(',');
  return item && state.stage === 'doing'
    ? {
        action: 'check-ended',
        fields: { item, sourceCase: id(77), on: state.from, scores, persons: persons.join(',') },
      }
    : undefined;
};
export const campaignFields: Fields<CampaignState> = (_state, action, _today, _orgId, salt) =>
  action === 'sign'
    ? { decision: salt % 2 ? 'sign' : 'return' }
    : action === 'members-opened'
      ? { opened: 17 }
      : { end: 'completed' };

/** As PostgreSQL keeps it: nothing undefined, keys in an order of its own. */
export const stored = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ),
  ) as T;

/** Plain comparisons: Jest's own would take most of the time. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** What other cases tell it now and then. */
export type Brings<S> = (state: S, salt: number) => { action: string; fields: object } | undefined;

/** The rows of all kinds in one book. */
export function bookOfAll(calendar: RuleBook['calendar']): RuleBook {
  const books = kindCodes.map((kind) => bookFor(kind, calendar));
  return {
    ...bookFor('pairing', calendar),
    deadlines: books.flatMap(({ deadlines }) => deadlines),
    routes: books.flatMap(({ routes }) => routes),
  };
}
