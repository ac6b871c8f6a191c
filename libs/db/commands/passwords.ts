import type { Clock } from '#config/clock';
import { invalid, notFound } from '#contracts/problem';
import { passwordFault } from '#domain/sign-in';
import { Account } from '../entities/account.ts';
import { Session } from '../entities/session.ts';
import type { EntityManager } from '../orm.ts';
import { hashPassword, passwordFits } from '../password.ts';
import { forgetAttempts } from './log-in-attempts.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

/** Every session but the one that changed it ends. */
export async function changePassword(
  em: EntityManager,
  clock: Clock,
  by: LogSource & { accountId: string; sessionId: string },
  passwords: { current: string; next: string },
): Promise<void> {
  const account = await em.findOneOrFail(Account, { id: by.accountId });
  if (!(await passwordFits(account.passwordHash, passwords.current)))
    throw invalid('current', '现密码不正确');
  if (passwords.current === passwords.next) throw invalid('next', '新密码不能与现密码相同');
  const passwordHash = await newHash(passwords.next, account.login, 'next');
  await em.transactional(async (tx) => {
    const passwordChangedAt = clock.now();
    const changes = { passwordHash, passwordChangedAt, mustChangePassword: false };
    await tx.nativeUpdate(Account, { id: account.id }, changes);
    await endSessions(tx, clock, account.id, by.sessionId);
    await writeLog(tx, clock, by, { kind: 'password-changed', detail: '本人修改密码' });
  });
}

/** By an administrator: the person must change it at the next log-in. Lifts a lock-out. */
export async function resetPassword(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
  password: string,
): Promise<void> {
  const account = await em.findOne(Account, { personId });
  if (!account) throw notFound('此人没有账号。');
  const passwordHash = await newHash(password, account.login, 'password');
  await em.transactional(async (tx) => {
    const changes = { passwordHash, passwordChangedAt: clock.now(), mustChangePassword: true };
    await tx.nativeUpdate(Account, { id: account.id }, changes);
    await endSessions(tx, clock, account.id);
    await forgetAttempts(tx, account.login);
    const line = { subject: 'person', subjectId: personId, detail: '管理员重设密码' };
    await writeLog(tx, clock, by, { kind: 'password-changed', ...line });
  });
}

export async function newHash(password: string, login: string, field: string): Promise<string> {
  const fault = passwordFault(password, login);
  if (fault) throw invalid(field, fault);
  return hashPassword(password);
}

export async function endSessions(
  em: EntityManager,
  clock: Clock,
  accountId: string,
  but?: string,
): Promise<void> {
  const others = but ? { id: { $ne: but } } : {};
  await em.nativeUpdate(Session, { accountId, endedAt: null, ...others }, { endedAt: clock.now() });
}
