import type { Clock } from '#config/clock';
import { ProblemError, conflict, notFound } from '#contracts/problem';
import type { NewAccount } from '#contracts/person';
import { Account } from '../entities/account.ts';
import type { AccountRow } from '../entities/account.ts';
import { Person } from '../entities/person.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { forgetAttempts } from './log-in-attempts.ts';
import { endSessions, newHash } from './passwords.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

/** The password is an initial one: the person changes it at the first log-in. */
export async function createAccount(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
  { login, password }: NewAccount,
): Promise<void> {
  const passwordHash = await newHash(password, login, 'password');
  await em.transactional(async (tx) => {
    if ((await tx.count(Person, { id: personId })) === 0) throw notFound('没有这个人。');
    if ((await tx.count(Account, { personId })) > 0) throw conflict('此人已有账号。');
    if ((await tx.count(Account, { login })) > 0) throw taken(login);
    const at = clock.now();
    const row = { id: newId(), personId, login, passwordHash, passwordChangedAt: at, createdAt: at };
    await tx.insert(Account, { ...row, mustChangePassword: true, demo: false });
    await logAccount(tx, clock, by, personId, `开通账号：${login}`);
  });
}

function taken(login: string): ProblemError {
  const detail = `登录名“${login}”已被使用。`;
  return new ProblemError(409, 'login-taken', detail, [{ field: 'login', detail }]);
}

export async function disableAccount(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
): Promise<void> {
  if (by.personId === personId) throw conflict('不能停用本人的账号。');
  await em.transactional(async (tx) => {
    const account = await accountOf(tx, personId);
    await tx.nativeUpdate(Account, { id: account.id, disabledAt: null }, { disabledAt: clock.now() });
    await endSessions(tx, clock, account.id);
    await logAccount(tx, clock, by, personId, `停用账号：${account.login}`);
  });
}

export async function enableAccount(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
): Promise<void> {
  await em.transactional(async (tx) => {
    const account = await accountOf(tx, personId);
    await tx.nativeUpdate(Account, { id: account.id }, { disabledAt: null });
    await logAccount(tx, clock, by, personId, `恢复账号：${account.login}`);
  });
}

/** Lifts a lock-out before its time. */
export async function unlockAccount(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
): Promise<void> {
  await em.transactional(async (tx) => {
    const account = await accountOf(tx, personId);
    await forgetAttempts(tx, account.login);
    await logAccount(tx, clock, by, personId, `解除锁定：${account.login}`);
  });
}

async function accountOf(em: EntityManager, personId: string): Promise<AccountRow> {
  const account = await em.findOne(Account, { personId });
  if (!account) throw notFound('此人没有账号。');
  return account;
}

async function logAccount(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
  detail: string,
): Promise<void> {
  await writeLog(em, clock, by, { kind: 'account-changed', subject: 'person', subjectId: personId, detail });
}
