import type { Clock } from '#config/clock';
import { ProblemError } from '#contracts/problem';
import { lockOut } from '#domain/sign-in';
import { Account } from '../entities/account.ts';
import type { AccountRow } from '../entities/account.ts';
import { Person } from '../entities/person.ts';
import { Session } from '../entities/session.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { decoyHash, passwordFits } from '../password.ts';
import { hashOfToken, newToken } from '../session-token.ts';
import { countAttempt, forgetAttempts, lockNow } from './log-in-attempts.ts';
import { writeLog } from './write-log.ts';

export interface LogInRequest {
  login: string;
  password: string;
  ip: string;
  userAgent: string;
  requestId: string;
  hours: number;
}

/** One answer for an unknown name, a wrong password and a disabled account. */
const refused = () => new ProblemError(401, 'log-in-failed', '登录名或密码不正确。');
const locked = () =>
  new ProblemError(
    429,
    'locked-out',
    `连续 ${lockOut.failuresInARow} 次输入错误，该登录名已锁定，请 ${lockOut.minutes} 分钟后再试。`,
  );

/** The attempt is counted before the password is looked at, so that a burst of guesses gets no more than five. */
export async function logIn(em: EntityManager, clock: Clock, request: LogInRequest): Promise<string> {
  const login = request.login.toLowerCase();
  const failures = await countAttempt(em, clock, login);
  if (failures === 'locked') throw locked();
  const account = await em.findOne(Account, { login });
  const decoy = await decoyHash();
  const fits = await passwordFits(account?.passwordHash ?? decoy, request.password);
  if (account && fits && (await mayEnter(em, clock, account))) return enter(em, clock, account, request);
  await fail(em, clock, { ...request, login }, failures, account?.personId);
  throw failures >= lockOut.failuresInARow ? locked() : refused();
}

async function mayEnter(em: EntityManager, clock: Clock, account: AccountRow): Promise<boolean> {
  if (account.disabledAt) return false;
  const person = await em.findOneOrFail(Person, { id: account.personId });
  return person.disabledOn === null || person.disabledOn === undefined || person.disabledOn > clock.today();
}

async function enter(
  em: EntityManager,
  clock: Clock,
  account: AccountRow,
  request: LogInRequest,
): Promise<string> {
  const { login, personId, id: accountId } = account;
  const { ip, userAgent, requestId, hours } = request;
  const token = newToken();
  const at = clock.now();
  await em.transactional(async (tx) => {
    await forgetAttempts(tx, login);
    const session = [newId(), hashOfToken(token), accountId, ip, userAgent.slice(0, 300), at, at, hours];
    await tx.execute(
      `insert into session (id, token_hash, account_id, ip, user_agent, created_at, expires_at)
       values (?, ?, ?, ?, ?, ?, ?::timestamptz + make_interval(hours => ?))`,
      session,
    );
    await writeLog(tx, clock, { personId, login, ip, requestId }, { kind: 'logged-in', detail: '登录' });
  });
  return token;
}

async function fail(
  em: EntityManager,
  clock: Clock,
  by: { login: string; ip: string; requestId: string },
  failures: number,
  personId: string | undefined,
): Promise<void> {
  const source = { login: by.login, ip: by.ip, requestId: by.requestId, ...(personId ? { personId } : {}) };
  await writeLog(em, clock, source, { kind: 'log-in-failed', detail: `第 ${failures} 次登录失败` });
  if (failures < lockOut.failuresInARow) return;
  await lockNow(em, clock, by.login);
  await writeLog(em, clock, source, { kind: 'locked-out', detail: `连续失败，锁定 ${lockOut.minutes} 分钟` });
}

export async function logOut(
  em: EntityManager,
  clock: Clock,
  by: { sessionId: string; personId: string; ip: string; requestId: string },
): Promise<void> {
  await em.transactional(async (tx) => {
    await tx.nativeUpdate(Session, { id: by.sessionId, endedAt: null }, { endedAt: clock.now() });
    await writeLog(tx, clock, by, { kind: 'logged-out', detail: '退出登录' });
  });
}
