import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedCalendar as calendar } from '#db/seed/calendar';
import type { Actor, Post } from '../actor.ts';
import type { CaseEvent, CaseState, RuleBook } from '../case.ts';
import { at, plusMs, shanghaiDay, type Instant } from '../day.ts';
import { personsOf, type Kind, type Who } from '../kind.ts';
import { bookFor } from '../kinds/index.ts';
import { campaign } from '../kinds/campaign/kind.ts';
import { coreAreas } from '../kinds/pairing/areas.ts';
import { pairing } from '../kinds/pairing/kind.ts';
import type { PairingState } from '../kinds/pairing/state.ts';
import { isRefusal } from '../permission.ts';
import { decide, entitled, openAction } from '../procedure.ts';
import {
  assistedId,
  broughtToPair,
  campaignFields,
  cast,
  id,
  inspector,
  pairingFields,
  pick,
  pilotId,
  type Fields,
} from '../procedure.sample.ts';
import { placesOf } from '../entitled.ts';
import { supervised } from './supervised.ts';
import { supervisionFields } from './supervision.sample.ts';

/** Routes that need several hands, longer than those that are shipped. */
const routes: RuleBook['routes'] = [
  ...['by-section-head', 'by-leader', 'campaign.sign', 'pairing.decide-ending', 'pairing.approve-inspection'],
].map((code) => ({
  ...{ code, label: '', from: '2017-01-01', ground: '', mark: 'default' as const },
  stages: [
    { signers: [['section-head', 'leader', 'chief-leader']] },
    { need: 2, signers: [['leader'], ['leader', 'chief-leader'], ['leader']] },
  ],
}));
const base = bookFor('pairing', calendar);
const book: RuleBook = {
  ...base,
  deadlines: [...base.deadlines, ...bookFor('campaign', calendar).deadlines],
  routes: [...routes, ...base.routes.filter(({ code }) => code === 'by-chief-leader')],
};

const bureau = (role: Post['role'], actingFor?: string): Post => ({
  ...{ orgId: id(3), orgKind: 'bureau', role },
  ...(actingFor ? { actingFor } : {}),
});
const [one, two, three] = [id(107), id(201), id(202)];
/** Leaders, one of whom inspects too; deputies of an inspector and of each other; one who used to work at a party. */
const people: Actor[] = [
  ...cast,
  { personId: two, posts: [bureau('leader'), bureau('leader', one)] },
  { personId: three, posts: [bureau('section-head'), bureau('inspector', two), bureau('leader', two)] },
  { personId: id(203), posts: [bureau('chief-leader')], conflicts: [{ personId: id(203), orgId: pilotId }] },
  {
    personId: id(204),
    posts: [bureau('leader', id(203)), bureau('leader')],
    conflicts: [{ personId: id(203), orgId: assistedId }],
  },
];

interface Walk<S extends CaseState> {
  kind: Kind<S>;
  state: S;
  fields: Fields<S>;
  openedBy: string[];
  /** What another case tells it, with the persons behind it. */
  bring?: (state: S, salt: number) => Brought | undefined;
}
interface Brought {
  action: string;
  fields: { item: string; persons: string };
}

const step = fc.record({ actor: fc.nat(people.length - 1), action: fc.nat(60), salt: fc.nat(10_000) });
const start = at('2026-03-23', '10:00');

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Everybody who handed something in, by the action; who signs may be none of them. */
function walk<S extends CaseState>(
  { kind, state: from, fields, openedBy, bring }: Walk<S>,
  steps: readonly { actor: number; action: number; salt: number }[],
) {
  let state = from;
  let now: Instant = start;
  let signed = 0;
  const hands = new Map<string, Set<string>>([[openAction, new Set(openedBy)]]);
  for (const { actor: nth, action: code, salt } of steps) {
    now = plusMs(now, (salt % 9) * 3_600_000);
    const actor = people[nth]!;
    const [action, row] = pick(Object.entries(kind.actions), code)!;
    const who = entitled(kind, state, row, { actor, facts: {} });
    if (isRefusal(who)) continue;
    const today = shanghaiDay(now);
    const given = row.supervises
      ? supervisionFields(state, action, today, salt)
      : fields(state, action, today, who.orgId, salt);
    const event: CaseEvent = {
      ...{ actId: 'a', action, actor, at: now, day: today, fields: toAnybody(given ?? {}, salt) },
      facts: { persons: people },
    };
    const before = placesOf(kind, state, row);
    const decided = decide(kind, state, event, book);
    if (isRefusal(decided)) continue;
    checkSigner(kind, state, { actor, action, who }, hands);
    if (row.route) {
      signed += 1;
      const voted = before.some(({ signing }) =>
        signing.askedBy.every((person) => !personsOf(who).includes(person)),
      );
      must(voted, `${action} is signed by whoever asked for it`);
    }
    checkReceivers(kind, state, decided.state);
    hands.set(action, new Set([...(hands.get(action) ?? []), ...personsOf(who)]));
    state = decided.state;
    const brought = bring?.(state, salt);
    if (brought) state = heard(kind, state, brought, now, hands);
    for (const { askedBy, stages } of Object.values(state.signings ?? {})) {
      const all = stages.flatMap(({ signers }) => signers.flatMap(({ by }) => by ?? []));
      must(new Set(all).size === all.length, 'somebody has signed twice');
      must(!all.some((person) => askedBy.includes(person)), 'somebody has signed what he asked for');
    }
  }
  return signed;
}

/** Whoever is named may be anybody, those with a conflict too. */
const toAnybody = (given: object, salt: number) =>
  'personId' in given ? { ...given, personId: pick(people, salt >> 3)?.personId } : given;

/** Whoever inspected is counted with those who ordered it. */
function heard<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  { action, fields }: Brought,
  now: Instant,
  hands: Map<string, Set<string>>,
): S {
  const event = { actId: 'a', action, actor: 'system', at: now, day: shanghaiDay(now), fields, facts: {} };
  const decided = decide(kind, state, event as CaseEvent, book);
  must(!isRefusal(decided), `${action} is refused`);
  const code = `inspect-${fields.item}`;
  hands.set(code, new Set([...(hands.get(code) ?? []), ...fields.persons.split(',')]));
  return decided.state;
}

function checkSigner<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  { actor, action, who }: { actor: Actor; action: string; who: Who },
  hands: Map<string, Set<string>>,
): void {
  const persons = personsOf(who);
  must(!persons.some((person) => state.recused?.includes(person)), `${action} by somebody who stands aside`);
  const parties = kind.parties(state);
  if (who.orgId === undefined || !parties.includes(who.orgId)) {
    const related = actor.conflicts?.some(
      ({ personId, orgId }) => persons.includes(personId) && parties.includes(orgId),
    );
    must(!related, `${action} by somebody with a declared relation to a party`);
  }
  for (const before of kind.actions[action]?.apartFrom ?? [])
    must(!persons.some((person) => hands.get(before)?.has(person)), `${action} by whoever did ${before}`);
}

/** What is newly in somebody's hands lies with nobody who stands aside or has a relation to a party. */
function checkReceivers<S extends CaseState>(kind: Kind<S>, before: S, after: S): void {
  for (const [key, { assigned }] of Object.entries(after.todos)) {
    if (!assigned || before.todos[key]?.assigned?.personId === assigned.personId) continue;
    const receiver = people.find(({ personId }) => personId === assigned.personId);
    const related = receiver?.conflicts?.some(
      (one) => one.personId === assigned.personId && kind.parties(after).includes(one.orgId),
    );
    const aside = before.recused?.includes(assigned.personId);
    must(!aside && !related, `${key} is given to somebody who may not have a hand in it`);
  }
}

const open = <S extends CaseState>(kind: Kind<S>, actor: CaseEvent['actor'], fields: object): S => {
  const event = {
    actId: 'a',
    action: openAction,
    actor,
    at: start,
    day: shanghaiDay(start),
    fields,
    facts: {},
  };
  const decided = decide(kind, undefined, event, book);
  must(!isRefusal(decided), 'not opened');
  return decided.state;
};

const term = { launchOn: '2026-04-08', from: '2026-03-20', to: '2026-10-20' };
const pair = supervised(pairing);
const batch = supervised(campaign);
/** Later, when one of the leaders stands aside by decision. */
const inspected = (): typeof opened => ({ ...opened, stage: 'doing', recused: [two] });
const opened = open(pair, 'system', { pilotId, assistedId, ...term, areas: coreAreas.join(',') });

test('no route leads to approving what one asked for, signing twice, or acting beside a conflict', () => {
  let signed = 0;
  const bring = (state: PairingState, salt: number) => {
    const persons = [people[salt % people.length]!, people[(salt + 3) % people.length]!];
    return broughtToPair(
      state,
      persons.map(({ personId }) => personId),
      salt,
    );
  };
  const plays: Walk<CaseState>[] = [
    { kind: pair, state: opened, fields: pairingFields, openedBy: [], bring },
    { kind: pair, state: inspected(), fields: pairingFields, openedBy: [], bring },
    {
      kind: batch,
      state: open(batch, inspector, {
        memberKind: 'pairing',
        ...term,
        areas: coreAreas,
        listId: id(9),
        rows: 17,
      }),
      fields: campaignFields,
      openedBy: [inspector.personId],
    },
  ] as unknown as Walk<CaseState>[];
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 400, size: 'max' }), (steps) => {
      for (const play of plays) signed += walk(play, steps);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  // Walks that never come to a signature would prove nothing.
  expect(signed).toBeGreaterThan(20);
});
