import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { ProblemError } from '#contracts/problem';
import { plusMs, type Instant } from '#domain/day';
import type { EntityManager } from '../orm.ts';

/** What somebody sends, and the key by which a repetition of it is known. */
export interface Sending {
  personId: string;
  key: string;
  /** Method and address. */
  what: string;
  body: string;
}

interface Standing {
  what: string;
  body: string;
  answer: string | null;
}

const keptMs = 24 * 3_600_000;

/**
 * Does `work` once for a key, in one transaction with the key. Who sends the same again meanwhile waits here for the
 * first to end: he gets its answer, or, where it failed, his turn.
 */
export function sendOnce<T>(
  em: EntityManager,
  clock: Clock,
  vault: Vault,
  { personId, key, what, body }: Sending,
  work: () => Promise<T>,
): Promise<T> {
  const digest = vault.digest(body);
  const about = `answer/${personId}/${key}`;
  return em.transactional(async (tx) => {
    const [first] = await tx.execute<unknown[]>(
      `insert into sent_once (person_id, key, what, body, at) values (?, ?, ?, ?, ?)
       on conflict do nothing returning key`,
      [personId, key, what, digest, clock.now()],
    );
    if (first) {
      const answer = await work();
      const sealed = vault.seal(JSON.stringify({ answer }), about);
      await tx.execute('update sent_once set answer = ? where person_id = ? and key = ?', [
        sealed,
        personId,
        key,
      ]);
      return answer;
    }
    const [stands] = await tx.execute<Standing[]>(
      'select what, body, answer from sent_once where person_id = ? and key = ?',
      [personId, key],
    );
    if (stands?.what !== what || stands.body !== digest) throw otherContent();
    return (JSON.parse(vault.open(stands.answer ?? '', about)) as { answer: T }).answer;
  });
}

const otherContent = () =>
  new ProblemError(
    422,
    'key-reused',
    '该提交编号（Idempotency-Key）已用于不同的内容，本次没有办理。请刷新页面后重新填写。',
  );

/** A page that still repeats after a day has been closed long since. */
export async function forgetSent(em: EntityManager, now: Instant): Promise<void> {
  await em.execute('delete from sent_once where at < ?', [plusMs(now, -keptMs)]);
}
