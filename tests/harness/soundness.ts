import { instantFromDatabase } from '#db/columns';
import type { EntityManager } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { ruleBookFor } from '#db/queries/rule-book';
import {
  isOuter,
  type CaseEvent,
  type CaseState,
  type Effect,
  type Facts,
  type RuleBook,
} from '#domain/case';
import { shanghaiDay } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { isRefusal } from '#domain/permission';
import { decide } from '#domain/procedure';

interface EventRow {
  seq: number;
  act_id: string;
  action: string;
  person_id: string | null;
  for_person_id: string | null;
  facts: Facts | null;
  org_id: string | null;
  at: string;
  stage: string;
  fields: unknown;
  effects: Effect[];
}

interface Options {
  /** The book that held at an event; by default the one that holds now. */
  bookAt?: (event: CaseEvent, state: CaseState | undefined) => RuleBook;
  /** Facts that the event row doesn't keep. */
  factsOf?: (event: CaseEvent) => Facts;
}

/** As jsonb gives it back: without what is undefined, keys in one order. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/**
 * Plays the stored events of a case through the pure decision again and says what in PostgreSQL is not exactly
 * what they make: the state, each event's effects, the open todos, the effects to the outside, the papers.
 */
export async function unsound(em: EntityManager, caseId: string, options: Options = {}): Promise<string[]> {
  const faults: string[] = [];
  const same = (what: string, stored: unknown, replayed: unknown) => {
    const [one, other] = [plain(stored), plain(replayed)];
    if (one !== other) faults.push(`${what}: stored ${one}, replayed ${other}`);
  };
  const [file] = await em.execute<{ kind: string; seq: number; stage: string; state: CaseState }[]>(
    'select kind, seq, stage, state from case_file where id = ?',
    [caseId],
  );
  if (!file) return ['no such case'];
  const rows = await em.execute<EventRow[]>('select * from case_event where case_id = ? order by seq', [
    caseId,
  ]);
  const kind = kindOf(file.kind);
  let state: CaseState | undefined;
  const outer: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) faults.push(`event ${row.seq} stands where ${index + 1} should`);
    const event = await eventOf(em, row);
    event.facts = options.factsOf?.(event) ?? event.facts;
    const book = options.bookAt?.(event, state) ?? (await ruleBookFor(em, file.kind, event.day, state));
    const decided = decide(kind, state, event, book);
    if (isRefusal(decided))
      return [...faults, `event ${row.seq} (${row.action}) is refused: ${decided.reason}`];
    // What the runner had in memory when it decided the next one went through JSON too.
    state = JSON.parse(JSON.stringify(decided.state)) as CaseState;
    // Without their order: a runner that started from PostgreSQL has its todos in jsonb's order.
    same(`effects of event ${row.seq}`, row.effects.map(plain).sort(), decided.effects.map(plain).sort());
    same(`stage after event ${row.seq}`, row.stage, state.stage);
    outer.push(
      ...decided.effects.flatMap((effect, idx) =>
        isOuter(effect) ? [`${row.seq}/${idx} ${effect.type}`] : [],
      ),
    );
  }
  same('state', file.state, state);
  same('sequence', file.seq, rows.length);
  const todos = await em.execute<{ key: string }[]>(
    'select key from todo where case_id = ? and closed_at is null',
    [caseId],
  );
  same('open todos', todos.map(({ key }) => key).sort(), Object.keys(state?.todos ?? {}).sort());
  const effects = await em.execute<{ key: string }[]>(
    `select seq || '/' || idx || ' ' || type as key from effect where case_id = ? order by seq, idx`,
    [caseId],
  );
  same(
    'effects to the outside',
    effects.map(({ key }) => key),
    outer,
  );
  return faults;
}

async function eventOf(em: EntityManager, row: EventRow): Promise<CaseEvent> {
  const at = instantFromDatabase(row.at);
  const day = shanghaiDay(at);
  const actor = row.person_id === null ? 'system' : await actorAt(em, row.person_id, { day, at });
  const { act_id: actId, action, fields } = row;
  return {
    actId,
    action,
    actor,
    ...(row.org_id ? { onBehalfOf: row.org_id } : {}),
    ...(row.for_person_id ? { actingFor: row.for_person_id } : {}),
    at,
    day,
    fields,
    facts: row.facts ?? {},
  };
}
