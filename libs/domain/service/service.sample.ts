// Who serves and is served in the tests of service: a commitment with two parties, and a paper to both.
import type { Actor, Post } from '../actor.ts';
import type { CaseEvent, Effect, RuleBook } from '../case.ts';
import { at, type Day } from '../day.ts';
import type { Kind } from '../kind.ts';
import { commitment as plain } from '../kinds/commitment/kind.ts';
import type { CommitmentState } from '../kinds/commitment/state.ts';
import { issued } from '../kinds/commitment/commitment.sample.ts';
import { bookFor } from '../kinds/index.ts';
import { isRefusal, type Refusal } from '../permission.ts';
import { decide } from '../procedure.ts';
import { assistedId, id, pilotId } from '../procedure.sample.ts';
import type { Role } from '../role.ts';
import { supervised } from '../supervision/supervised.ts';
import { served } from './served.ts';
import { startService, type Served } from './state.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
export const book: RuleBook = bookFor('commitment', calendar);
/** What the kind was told, day by day: its own clocks would start there. */
export const heard: Served[] = [];
export const kind: Kind<CommitmentState> = supervised(
  served({
    ...plain,
    onServed: (state, told) => {
      heard.push(told);
      return { state, effects: [] };
    },
  }),
);

const bureauId = id(3);
const post = (role: Role, orgId = bureauId): Post => ({
  ...{ orgId, role, orgKind: orgId === bureauId ? 'bureau' : 'hospital' },
});
const person = (number: number, ...posts: Post[]): Actor => ({ personId: id(300 + number), posts });
export const [one, two] = [pilotId, assistedId];
export const outsider = 'company-7';
export const people = {
  inspector: person(1, post('inspector')),
  colleague: person(2, post('inspector')),
  head: person(3, post('section-head')),
  leader: person(4, post('leader')),
  auditor: person(5, post('auditor')),
  liaison: person(6, post('liaison', one)),
  principal: person(7, post('principal', one)),
  clerk: person(8, post('clerk', one)),
  other: person(9, post('liaison', two)),
  otherHead: person(10, post('principal', two)),
};
export type Person = keyof typeof people | 'system';

export interface Made {
  state: CommitmentState;
  effects: Effect[];
}
export const say = (
  state: CommitmentState | undefined,
  [day, who, action, fields = {}, time = '10:00']: Act,
  by = book,
): Made | Refusal => {
  const actor: CaseEvent['actor'] = who === 'system' ? 'system' : people[who];
  const facts = { persons: Object.values(people) };
  const event = { actId: `${day}${action}`, action, actor, at: at(day, time), day, fields, facts };
  return decide(kind, state, event, by);
};
export type Act = [day: Day, who: Person, action: string, fields?: object, time?: string];

export function play(acts: readonly Act[], from: CommitmentState): Made {
  let made: Made = { state: from, effects: [] };
  for (const act of acts) {
    const next = say(made.state, act);
    if (isRefusal(next)) throw new Error(`${act[2]}: ${next.reason}`);
    made = { state: next.state, effects: [...made.effects, ...next.effects] };
  }
  return made;
}

/** An interview notice to both hospitals, and to a party without an account; its bytes do not exist yet. */
export function issuedPaper(): CommitmentState {
  const opened = say(undefined, ['2026-03-02', 'inspector', 'open', issued]);
  if (isRefusal(opened)) throw new Error(opened.reason);
  return startService(opened.state, { code: 'interview-notice', to: [one, two, outsider] }).state;
}
export const ready: Act = ['2026-03-02', 'system', 'paper-ready', { service: 1 }];
export const servers = [people.inspector.personId, people.colleague.personId];
/** Two of the bureau say what came of it. */
export const brought = (on: Day, result: string, recipient = one, more = {}): Act => [
  ...([on, 'inspector', 'record-service'] as const),
  { piece: `1.${recipient}`, result, on, servers, ...more },
];
export const answered = (on: Day, who: Person, answer: string, recipient = one): Act => [
  ...([on, who, 'sign-for-paper', { piece: `1.${recipient}`, answer }] as const),
];
