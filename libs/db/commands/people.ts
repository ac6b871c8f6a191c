import type { Clock } from '#config/clock';
import { conflict, notFound, stale } from '#contracts/problem';
import type { EditPerson, NewPerson, NewQualification } from '#contracts/person';
import type { Actor } from '#domain/actor';
import { Account } from '../entities/account.ts';
import { Person, Qualification } from '../entities/person.ts';
import type { PersonRow } from '../entities/person.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { visiblePerson } from '../queries/people.ts';
import { createAccount } from './accounts.ts';
import { endSessions } from './passwords.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

export async function createPerson(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  person: NewPerson,
): Promise<string> {
  const id = newId();
  await em.transactional(async (tx) => {
    const { name, phone, email, account } = person;
    await tx.insert(Person, {
      id,
      name,
      phone: phone ?? null,
      email: email ?? null,
      demo: false,
      createdAt: clock.now(),
      version: 1,
    });
    await logPerson(tx, clock, by, id, `新建人员：${name}`);
    if (account) await createAccount(tx, clock, by, id, account);
  });
  return id;
}

export async function editPerson(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  { version, ...changes }: EditPerson,
): Promise<void> {
  await em.transactional(async (tx) => {
    const person = await changePerson(tx, id, version, changes);
    await logPerson(tx, clock, by, id, `修改人员信息：${person.name}`, { fields: Object.keys(changes) });
  });
}

/** Out of every list and out of the system at once; what he did stays. */
export async function disablePerson(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  version: number,
): Promise<void> {
  if (by.personId === id) throw conflict('不能停用本人。');
  await em.transactional(async (tx) => {
    const person = await changePerson(tx, id, version, { disabledOn: clock.today() });
    if (person.disabledOn) throw conflict('此人已停用。');
    const account = await tx.findOne(Account, { personId: id });
    if (account) await endSessions(tx, clock, account.id);
    await logPerson(tx, clock, by, id, `停用人员：${person.name}`);
  });
}

export async function enablePerson(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  version: number,
): Promise<void> {
  await em.transactional(async (tx) => {
    const person = await changePerson(tx, id, version, { disabledOn: null });
    if (!person.disabledOn) throw conflict('此人本来就在用。');
    await logPerson(tx, clock, by, id, `恢复人员：${person.name}`);
  });
}

export async function addQualification(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
  given: NewQualification,
): Promise<string> {
  const id = newId();
  await em.transactional(async (tx) => {
    const person = await personOf(tx, personId);
    await tx.insert(Qualification, { id, personId, ...given, until: given.until ?? null });
    await logPerson(tx, clock, by, personId, `登记证件：${person.name}`, {
      sort: given.sort,
      from: given.from,
    });
  });
  return id;
}

/** A protected field: seeing it is logged. */
export async function revealPhone(
  em: EntityManager,
  clock: Clock,
  by: LogSource & { actor: Actor },
  id: string,
): Promise<{ phone: string | null }> {
  const person = await visiblePerson(em, by.actor, id);
  const line = { subject: 'person', subjectId: id, detail: `查看电话：${person.name}` };
  await writeLog(em, clock, by, { kind: 'protected-viewed', ...line });
  return { phone: person.phone ?? null };
}

export async function personOf(em: EntityManager, id: string): Promise<PersonRow> {
  const person = await em.findOne(Person, { id }, { refresh: true });
  if (!person) throw notFound('没有这个人。');
  return person;
}

async function changePerson(
  em: EntityManager,
  id: string,
  version: number,
  changes: Partial<PersonRow>,
): Promise<PersonRow> {
  const person = await personOf(em, id);
  const moved = changes.email !== undefined && changes.email !== person.email;
  const all = { ...changes, ...(moved ? { emailConfirmedAt: null } : {}), version: version + 1 };
  const count = await em.nativeUpdate(Person, { id, version }, all);
  if (count === 0) throw stale();
  return person;
}

async function logPerson(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  detail: string,
  data?: Record<string, unknown>,
): Promise<void> {
  const line = { kind: 'person-changed' as const, subject: 'person', subjectId: id, detail };
  await writeLog(em, clock, by, data ? { ...line, data } : line);
}
