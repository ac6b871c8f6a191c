import type { Clock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { urgedToday } from '#db/queries/urged-today';
import { sectionsWithHead } from '#db/queries/cases/pairing/solvers';
import { factsOfText } from '#db/queries/cases/dispatch/facts';
import { factsOfCheck } from '#db/queries/cases/on-site-check/facts';
import type { CaseState, Facts } from '#domain/case';
import type { Instant } from '#domain/day';
import type { DispatchState } from '#domain/kinds/dispatch/state';

export interface Reading {
  em: EntityManager;
  clock: Clock;
  caseId: string;
  state: CaseState;
  /** What was urged in one go counts as once: since when others count. */
  asOf?: Instant;
}

/** Facts that an act rests on beside its files: the persons it names, and who was urged already today. */
export async function readFacts(
  { em, clock, caseId, state, asOf }: Reading,
  action: string,
  form: Record<string, unknown>,
): Promise<Facts> {
  const moment = { day: clock.today(), at: clock.now() };
  const several = [form.checkers, form.servers].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const named = [form.personId, ...several];
  const ids = named.filter((id): id is string => typeof id === 'string');
  const persons =
    ids.length > 0 ? { persons: await Promise.all(ids.map((id) => actorAt(em, id, moment))) } : {};
  if (typeof form.solver === 'string') {
    const sections = await sectionsWithHead(em, moment.day);
    const offices = sections.filter(({ value }) => value === form.solver);
    return { ...persons, offices: offices.map(({ value }) => ({ orgId: value, role: 'section-head' })) };
  }
  if (state.kind === 'dispatch' && action === 'submit') {
    const text = { caseId, state: state as DispatchState, version: form.version, today: moment.day };
    return { ...persons, ...(await factsOfText(em, text)) };
  }
  if (state.kind === 'on-site-check') return { ...persons, ...(await factsOfCheck(em, caseId, action)) };
  if (action !== 'urge' || !Array.isArray(form.todos)) return persons;
  const keys = form.todos.filter((key): key is string => typeof key === 'string');
  const bulk = asOf ? { bulkSince: asOf } : {};
  return { ...persons, ...bulk, urgedToday: await urgedToday(em, state, keys, asOf ?? moment.at) };
}
