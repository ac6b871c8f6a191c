import type { Clock } from '#config/clock';
import { lockOut } from '#domain/sign-in';
import { LogInAttempt } from '../entities/account.ts';
import type { EntityManager } from '../orm.ts';

/** Counts this attempt as a failure until it succeeds; a lock that has run out starts a new row of failures. */
const count = `
insert into log_in_attempt as t (login, failures, locked_until, at) values (?, 1, null, ?)
on conflict (login) do update set
  failures = case when t.locked_until <= excluded.at then 1 else t.failures + 1 end,
  locked_until = case when t.locked_until <= excluded.at then null else t.locked_until end,
  at = excluded.at
returning failures, locked_until is not null as locked`;

export async function countAttempt(
  em: EntityManager,
  clock: Clock,
  login: string,
): Promise<number | 'locked'> {
  const [row] = await em.execute<{ failures: number; locked: boolean }[]>(count, [login, clock.now()]);
  if (!row) throw new Error('the attempt was not counted');
  return row.locked || row.failures > lockOut.failuresInARow ? 'locked' : row.failures;
}

export async function lockNow(em: EntityManager, clock: Clock, login: string): Promise<void> {
  const lock =
    'update log_in_attempt set locked_until = ?::timestamptz + make_interval(mins => ?) where login = ?';
  await em.execute(lock, [clock.now(), lockOut.minutes, login]);
  // Names that were guessed long ago are not kept.
  await em.execute(`delete from log_in_attempt where at < ?::timestamptz - interval '1 day'`, [clock.now()]);
}

export async function forgetAttempts(em: EntityManager, login: string): Promise<void> {
  await em.nativeDelete(LogInAttempt, { login });
}
