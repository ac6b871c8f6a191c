import { instantFromDatabase } from '#db/columns';
import type { EntityManager } from '#db/orm';
import type { Effect, OpenTodo } from '#domain/case';
import { shanghaiDay, type Instant } from '#domain/day';
import { clockAction } from '#domain/procedure';
import type { Episode, Term } from './year-oracle.ts';

export interface Fired {
  at: Instant;
  /** In the words of the oracle. */
  line: string;
  lateBy: number;
}
export interface Lived extends Episode {
  fired: Fired[];
  /** When whoever stopped its clock was asked why. */
  asked: Instant[];
}

interface EventRow {
  action: string;
  at: string;
  effects: Effect[];
}

function termOf({ deadline }: OpenTodo, since: string): Term | undefined {
  return deadline && { since, start: deadline.start, due: deadline.due, suspensions: deadline.suspensions };
}
const same = (one: Term | undefined, other: Term | undefined) =>
  JSON.stringify([one?.due, one?.suspensions]) === JSON.stringify([other?.due, other?.suspensions]);

/** Every piece of work with a clock that this case ever waited for, with the rungs that its events say have fired. */
export async function livedIn(em: EntityManager, caseId: string): Promise<Lived[]> {
  const rows = await em.execute<EventRow[]>(
    'select action, at, effects from case_event where case_id = ? order by seq',
    [caseId],
  );
  const all: Lived[] = [];
  const open = new Map<string, { work: Lived; seen: readonly string[] }>();
  for (const row of rows) {
    const at = instantFromDatabase(row.at);
    const day = shanghaiDay(at);
    const told = new Set<string>();
    for (const effect of row.effects) {
      if (effect.type === 'openTodo') {
        const term = termOf(effect.todo, day);
        if (!term) continue;
        const { office, ladder } = effect.todo;
        const work: Lived = {
          ...{ caseId, key: effect.key, role: office.role, opened: day, terms: [term], fired: [], asked: [] },
          ladder: ladder === 'reminders' ? 'reminders' : 'default',
        };
        all.push(work);
        open.set(effect.key, { work, seen: [] });
      } else if (effect.type === 'closeTodo') {
        const known = open.get(effect.key);
        if (known) known.work.closed = day;
        open.delete(effect.key);
      } else if (effect.type === 'message' && effect.code === 'suspended-long') {
        open.get(effect.todoKey ?? '')?.work.asked.push(at);
      } else if (effect.type === 'updateTodo') {
        const known = open.get(effect.key);
        const term = termOf(effect.todo, day);
        if (!known || !term) continue;
        if (!same(term, known.work.terms.at(-1))) known.work.terms.push(term);
        if (row.action === clockAction) {
          const turns = new Set(effect.todo.fired.filter((turn) => !known.seen.includes(turn)));
          // A runner that forgot one fires it again and sets down nothing new: whom it told says so.
          if (!told.has(effect.key)) for (const turn of toldTurns(row.effects, effect.key)) turns.add(turn);
          told.add(effect.key);
          known.work.fired.push(...[...turns].map((turn) => firedIn(row.effects, effect.key, turn, at)));
        }
        known.seen = effect.todo.fired;
      }
    }
  }
  return all;
}

const toldTurns = (effects: readonly Effect[], key: string): string[] =>
  effects.flatMap((effect) => {
    if (effect.type !== 'message' || effect.code === 'suspended-long' || effect.todoKey !== key) return [];
    return effect.params?.turn === undefined ? [] : [String(effect.params.turn)];
  });

function firedIn(effects: readonly Effect[], key: string, turn: string, at: Instant): Fired {
  const messages = effects.flatMap((effect) =>
    effect.type === 'message' && effect.todoKey === key && effect.params?.turn === turn ? [effect] : [],
  );
  const lateBy = Number(messages[0]?.params?.lateBy ?? 0);
  const told = messages.map(({ code, to }) => `${code} to ${to.role}, late by ${lateBy}`).join(' and ');
  return { at, lateBy, line: `${shanghaiDay(at)} ${turn}, ${told || 'nobody'}` };
}
