import type { Clock } from '#config/clock';
import type { EditSettings } from '#contracts/settings';
import type { EntityManager } from '../orm.ts';
import { editPerson } from './people.ts';
import type { LogSource } from './write-log.ts';

/** A person's own; the log says which fields he changed. */
export async function editSettings(
  em: EntityManager,
  clock: Clock,
  by: LogSource & { personId: string },
  given: EditSettings,
): Promise<void> {
  await editPerson(em, clock, by, by.personId, given);
}
