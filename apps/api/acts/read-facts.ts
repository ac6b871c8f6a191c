import type { Clock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { urgedToday } from '#db/queries/urged-today';
import type { CaseState, Facts } from '#domain/case';
import type { Instant } from '#domain/day';

export interface Reading {
  em: EntityManager;
  clock: Clock;
  state: CaseState;
  /** What was urged in one go counts as once: since when others count. */
  asOf?: Instant;
}

/** Facts that an act rests on beside its files: the persons it names, and who was urged already today. */
export async function readFacts(
  { em, clock, state, asOf }: Reading,
  action: string,
  form: Record<string, unknown>,
): Promise<Facts> {
  const moment = { day: clock.today(), at: clock.now() };
  const persons =
    typeof form.personId === 'string' ? { persons: [await actorAt(em, form.personId, moment)] } : {};
  if (action !== 'urge' || !Array.isArray(form.todos)) return persons;
  const keys = form.todos.filter((key): key is string => typeof key === 'string');
  return { ...persons, urgedToday: await urgedToday(em, state, keys, asOf ?? moment.at) };
}
