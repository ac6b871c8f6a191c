import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedCalendar as calendar } from '#db/seed/calendar';
import type { Actor } from './actor.ts';
import type { CaseEvent, CaseState } from './case.ts';
import { at, plusMs, shanghaiDay, type Instant } from './day.ts';
import { nextWake } from './elapse.ts';
import type { Kind } from './kind.ts';
import { campaign as plainCampaign } from './kinds/campaign/kind.ts';
import { commitmentFields, issued } from './kinds/commitment/commitment.sample.ts';
import { commitment as plainCommitment } from './kinds/commitment/kind.ts';
import { onSiteCheck } from './kinds/on-site-check/kind.ts';
import { arranged, checkFields, findings } from './kinds/on-site-check/on-site-check.sample.ts';
import { coreAreas } from './kinds/pairing/areas.ts';
import { pairing as plainPairing } from './kinds/pairing/kind.ts';
import { isRefusal } from './permission.ts';
import { allowed, clockAction, decide, entitled, openAction } from './procedure.ts';
import { todoKey, waitedFor } from './settle.ts';
import { supervised } from './supervision/supervised.ts';
import { served } from './service/served.ts';
import { underService } from './service/walk.sample.ts';
import { supervisionFields } from './supervision/supervision.sample.ts';
import {
  assistedId,
  bookOfAll,
  broughtToPair,
  campaignFields,
  cast,
  id,
  inspector,
  must,
  pairingFields,
  pick,
  pilotId,
  stored,
  type Brings,
  type Fields,
} from './procedure.sample.ts';

const [pairing, campaign] = [supervised(served(plainPairing)), supervised(served(plainCampaign))];
const [commitment, check] = [supervised(plainCommitment), supervised(onSiteCheck)];
const book = bookOfAll(calendar);

const play = <S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  event: Omit<CaseEvent, 'actId' | 'day'>,
) => decide(kind, state, { ...event, actId: 'a', day: shanghaiDay(event.at) }, book);

/** What must hold of every state that a case can come to. */
function checkState<S extends CaseState>(kind: Kind<S>, state: S): void {
  const now = { actor: 'system', day: '2026-03-20' } as const;
  const wanted = waitedFor(kind, state, now, book)
    .wanted.map(({ expected }) => todoKey(expected))
    .sort();
  must(new Set(wanted).size === wanted.length, `two todos have one key: ${wanted.join()}`);
  const open = Object.keys(state.todos).sort();
  must(open.join() === wanted.join(), `todos ${open.join()} where ${wanted.join()} are waited for`);
  must(JSON.stringify(state).length < 50_000, 'the state is over 50 KB');
}

/** What the page offers this person is exactly what the case accepts from him; returns what it accepts. */
function checkActor<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  actor: Actor,
  now: Instant,
  fields: Fields<S>,
  salt: number,
) {
  const facts = { persons: [...cast], findings };
  const offered = new Map(allowed(kind, state, actor, facts).map((one) => [one.action, one]));
  const accepted: { event: Parameters<typeof play>[2]; state: S }[] = [];
  for (const [code, action] of Object.entries(kind.actions)) {
    const offer = offered.get(code);
    const who = entitled(kind, state, action, { actor, facts: {} });
    const today = shanghaiDay(now);
    const filled = action.supervises
      ? supervisionFields(state, code, today, salt)
      : fields(state, code, today, isRefusal(who) ? undefined : who.orgId, salt);
    const event = { action: code, actor, at: now, fields: filled ?? {}, facts };
    const decided = play(kind, state, event);
    if (isRefusal(decided)) {
      const { refused, reason } = decided;
      if (!offer)
        must(refused === 'office', `${code} is not offered and refused for another reason: ${reason}`);
      // Of these the fields decide.
      else if (offer.permitted)
        must(filled === undefined || action.supervises === true, `${code} is offered and refused: ${reason}`);
      else must(offer.reason === reason, `${code}: the page says ${offer.reason}, the case ${reason}`);
    } else {
      must(offer?.permitted === true && filled !== undefined, `${code} is accepted though it is not offered`);
      if (decided.effects.some(({ type }) => type === 'issueNotice'))
        must(!!(action.paper ?? action.issues), `${code} issues a paper that is not set before`);
      accepted.push({ event, state: decided.state });
    }
  }
  return accepted;
}

function checkStored<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  event: Parameters<typeof play>[2],
  next: S,
): void {
  const again = play(kind, stored(state), event);
  must(!isRefusal(again), `${event.action} is refused of the stored state`);
  must(
    JSON.stringify(stored(again.state)) === JSON.stringify(stored(next)),
    `${event.action} decides otherwise of the stored state`,
  );
}

const step = fc.record({ actor: fc.nat(cast.length - 1), salt: fc.nat(10_000), clock: fc.boolean() });

function opened<S extends CaseState>(kind: Kind<S>, actor: CaseEvent['actor'], fields: object): S {
  const decided = play(kind, undefined, {
    ...{ action: openAction, actor, at: start, fields },
    facts: { persons: [...cast] },
  });
  must(!isRefusal(decided), 'not opened');
  return decided.state;
}

/** A clock that rings late may open what is late already: then it rings once more, and there is an end to it. */
function clockAt<S extends CaseState>(kind: Kind<S>, from: S, now: Instant): S {
  let state = from;
  for (let turn = 0; turn < 3; turn += 1) {
    const event = { action: clockAction, actor: 'system', at: now, fields: {}, facts: {} } as const;
    const rung = play(kind, state, event);
    must(!isRefusal(rung), 'the clock is refused at its own time');
    checkStored(kind, state, event, rung.state);
    state = rung.state;
    const again = nextWake(kind, state, book, now);
    if (again === undefined || again > now) return state;
  }
  throw new Error('still due after it was handled');
}

function walk<S extends CaseState>(
  kind: Kind<S>,
  from: S,
  fields: Fields<S>,
  steps: { actor: number; salt: number; clock: boolean }[],
  brings: Brings<S> = () => undefined,
) {
  let state = from;
  let now = start;
  checkState(kind, state);
  for (const { actor, salt, clock } of steps) {
    const due = clock && salt % 3 === 0 ? nextWake(kind, state, book, now) : undefined;
    now = due === undefined ? plusMs(now, (salt % 60) * 3_600_000) : due > now ? due : now;
    if (due !== undefined) {
      state = clockAt(kind, state, now);
    } else {
      const act = pick(checkActor(kind, state, cast[actor] ?? cast[0], now, fields, salt), salt);
      if (act) checkStored(kind, state, act.event, act.state);
      state = act?.state ?? state;
      // What other cases tell it now and then.
      const brought = salt % 4 === 0 ? brings(state, salt) : undefined;
      if (brought) {
        const event = { ...brought, actor: 'system', at: now, facts: {} } as const;
        const decided = play(kind, state, event);
        must(!isRefusal(decided), `${brought.action} is refused`);
        checkStored(kind, state, event, decided.state);
        state = decided.state;
      }
    }
    checkState(kind, state);
  }
}

const start = at('2026-03-20', '10:00');
const term = { launchOn: '2026-04-08', from: '2026-03-20', to: '2026-10-20' };
const pair = opened(pairing, 'system', { pilotId, assistedId, ...term, areas: coreAreas.join(',') });

/** The straight road to the agreed plan, which chance finds too seldom. */
const straight = [
  'confirm',
  'file-group',
  'sign-pledge',
  'file-pledge',
  'file-needs',
  'submit-plan',
  'agree-plan',
];
const atWork = straight.reduce((before, action) => {
  let state = before;
  for (const actor of cast) {
    const who = entitled(pairing, state, pairing.actions[action]!, { actor, facts: {} });
    const fields = pairingFields(state, action, '2026-03-20', isRefusal(who) ? undefined : who.orgId, 1);
    const decided = play(pairing, state, { action, actor, at: start, fields: fields ?? {}, facts: {} });
    if (!isRefusal(decided)) state = decided.state;
  }
  return state;
}, pair);

test.each([
  ['with a paper to be served', underService(pairing, atWork, book), 'doing'],
  ['from its opening', pair, 'confirming'],
  ['from its agreed plan', atWork, 'doing'],
])(
  'whatever people do to a pair %s, the page offers what the case accepts, todos are what is waited for, states stay small',
  (_from, state, stage) => {
    expect(state.stage).toBe(stage);
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 100, size: 'max' }), (steps) =>
        walk(pairing, state, pairingFields, steps, (now, salt) =>
          broughtToPair(now, [pick(cast, salt)?.personId ?? ''], salt),
        ),
      ),
      { numRuns: 12 },
    );
  },
);

test('whatever people do to a campaign, the page offers what the case accepts', () => {
  const state = opened(campaign, inspector, {
    memberKind: 'pairing',
    ...term,
    areas: coreAreas,
    listId: id(9),
    rows: 17,
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (steps) =>
      walk(campaign, state, campaignFields, steps),
    ),
    { numRuns: 30 },
  );
});

test('whatever people do to a commitment or an on-site check, the page offers what the case accepts', () => {
  const source = { sourceCase: id(77), sourceItem: 'midterm', reserved: 1, scored: 1 };
  const reserved = opened(check, inspector, { ...arranged, ...source });
  const told = ({ stage }: { stage: string }, salt: number) =>
    stage === 'reserved'
      ? { action: salt % 8 ? 'returned' : 'released', fields: { on: '2026-03-20' } }
      : undefined;
  const [owed, planned] = [opened(commitment, inspector, issued), opened(check, inspector, arranged)];
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), (steps) => {
      walk(commitment, owed, commitmentFields, steps);
      walk(check, planned, checkFields, steps);
      walk(check, reserved, checkFields, steps, told);
    }),
    { numRuns: 15 },
  );
});
