import type { SettingsView } from '#contracts/settings';
import { Person } from '../entities/person.ts';
import type { EntityManager } from '../orm.ts';

export async function settingsOf(
  em: EntityManager,
  personId: string,
  mailOn: boolean,
): Promise<SettingsView> {
  const { email, mailChoice, version } = await em.findOneOrFail(Person, { id: personId }, { refresh: true });
  return { email: email ?? null, mailChoice, version, mailOn };
}
