import type { Clock } from '#config/clock';
import { caseQuery } from '#contracts/case';
import { todoQuery } from '#contracts/desk';
import type { EntityManager } from '#db/orm';
import { board } from '#db/queries/cases/board';
import { desk } from '#db/queries/cases/desk';
import { register } from '#db/queries/cases/register';
import { todos } from '#db/queries/cases/todos';
import type { Actor } from '#domain/actor';
import { campaignId, hospitalId, inspector, leader, liaison, pilotLiaison } from './readers.ts';

/** One thing that a page asks for; `turn` makes each client another person. */
export interface Question {
  name: string;
  ask: (em: EntityManager, clock: Clock, turn: number) => Promise<unknown>;
}

type Who = (turn: number) => Actor;
interface Paged {
  items: unknown[];
  next: string | null;
}

const list = (name: string, who: Who, query: object): Question => ({
  name: `inbox: ${name}`,
  ask: (em, clock, turn) => todos(em, clock, who(turn), todoQuery.parse(query)),
});
const cases = (name: string, who: Who, query: object | ((turn: number) => object)): Question => ({
  name: `register: ${name}`,
  ask: (em, clock, turn) =>
    register(em, clock, who(turn), caseQuery.parse(typeof query === 'function' ? query(turn) : query)),
});
/** The page after so many rows, asked for by its cursor; the cursor itself is found once. */
function deep(
  question: Question,
  read: (em: EntityManager, clock: Clock, after?: string) => Promise<Paged>,
): Question {
  let cursor: Promise<string | null> | undefined;
  return {
    name: `${question.name}, a later page`,
    ask: async (em, clock) => {
      cursor ??= read(em, clock).then((page) => page.next);
      return read(em, clock, (await cursor) ?? undefined);
    },
  };
}

const first = cases('all open, inspector', inspector, {});
const mine = list('mine, inspector', inspector, {});
const number = (turn: number) => ({ q: `结对[${2020 + (turn % 7)}]${1000 + turn}号`, status: 'all' });

export const questions: Question[] = [
  { name: 'desk: inspector', ask: (em, clock, turn) => desk(em, clock, inspector(turn)) },
  { name: 'desk: leader', ask: (em, clock, turn) => desk(em, clock, leader(turn)) },
  { name: 'desk: liaison', ask: (em, clock, turn) => desk(em, clock, liaison(turn)) },
  {
    name: 'desk: liaison, thousands of cases',
    ask: (em, clock, turn) => desk(em, clock, pilotLiaison(turn)),
  },
  mine,
  deep(mine, (em, clock, after) => todos(em, clock, inspector(0), todoQuery.parse({ after, limit: 200 }))),
  list('overdue, inspector', inspector, { list: 'overdue' }),
  list('one kind, inspector', inspector, { kind: 'campaign' }),
  list('waiting, inspector', inspector, { list: 'waiting' }),
  list('waiting, liaison', liaison, { list: 'waiting' }),
  list('done, inspector', inspector, { list: 'done' }),
  list('mine, liaison', liaison, {}),
  list('mine, liaison, thousands of cases', pilotLiaison, {}),
  first,
  deep(first, (em, clock, after) =>
    register(em, clock, inspector(0), caseQuery.parse({ after, limit: 200 })),
  ),
  cases('all, inspector', inspector, { status: 'all' }),
  cases('by due day', inspector, { sort: 'due' }),
  cases('one stage', inspector, { kind: 'pairing', stage: 'closing' }),
  cases('rare kind', inspector, { kind: 'campaign', status: 'all' }),
  cases('overdue', inspector, { late: 'overdue' }),
  cases('one hospital', inspector, (turn) => ({ orgId: hospitalId(1 + (turn % 300)), status: 'all' })),
  cases('one campaign', inspector, (turn) => ({ campaignId: campaignId(1 + (turn % 300)) })),
  cases('search, a rare name', inspector, { q: '密云中医' }),
  cases('search, a common word', inspector, { q: '医院' }),
  cases('search, nothing found', inspector, { q: '没有这家' }),
  cases('search, a number', inspector, number),
  cases('liaison', liaison, { status: 'all' }),
  cases('liaison, thousands of cases', pilotLiaison, { status: 'all' }),
  cases('liaison, search', pilotLiaison, { q: '人民医院' }),
  {
    name: 'board: 500 pairs',
    ask: (em, clock, turn) => board(em, clock, inspector(turn), campaignId(1 + (turn % 4))),
  },
];
