import { randomInt } from 'node:crypto';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { conflict, ProblemError } from '#contracts/problem';
import { plusMs } from '#domain/day';
import type { KeptMail } from '#domain/mail';
import { EmailCode } from '../entities/email-code.ts';
import { Person } from '../entities/person.ts';
import type { PersonRow } from '../entities/person.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { personOf } from './people.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

/** Product defaults. */
const validMs = 24 * 3_600_000;
const apartMs = 60_000;
const mostADay = 5;
const mostTries = 5;

type By = LogSource & { personId: string };

const digestOf = (vault: Vault, { id }: PersonRow, address: string, code: string) =>
  vault.digest(`${id} ${address} ${code}`);
export const aboutMail = (mailId: string) => `mail/${mailId}`;

/** Writes the mail with a code of six digits; sealed until it is sent. */
export async function sendEmailCode(em: EntityManager, clock: Clock, vault: Vault, by: By): Promise<void> {
  const now = clock.now();
  await em.transactional(async (tx) => {
    // One at a time: two presses count as two.
    await tx.execute('select 1 from person where id = ? for update', [by.personId]);
    const person = await personOf(tx, by.personId);
    if (!person.email) throw conflict('请先填写并保存邮箱。', 'no-address');
    if (person.emailConfirmedAt) throw conflict('这个邮箱已经确认，不用再发验证码。', 'confirmed');
    const sent = await tx.find(
      EmailCode,
      { personId: person.id, at: { $gt: plusMs(now, -validMs) } },
      { orderBy: { at: 'desc' } },
    );
    if (sent[0] && sent[0].at > plusMs(now, -apartMs)) throw tooOften('刚刚发过验证码，请过一分钟再发。');
    if (sent.length >= mostADay) throw tooOften(`24小时内最多发${mostADay}次验证码，请明天再试。`);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const id = newId();
    await tx.insert(EmailCode, {
      ...{ id, personId: person.id, address: person.email, at: now, expiresAt: plusMs(now, validMs) },
      digest: digestOf(vault, person, person.email, code),
    });
    const content: KeptMail = { sort: 'confirm', name: person.name, sealed: vault.seal(code, aboutMail(id)) };
    await tx.execute(
      `insert into mail (id, key, person_id, sort, address, content, at, next_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
      [id, `confirm/${id}`, person.id, content.sort, person.email, JSON.stringify(content), now, now],
    );
  });
}

/** The latest code for the address that stands; each wrong one counts, also when it is refused. */
export async function confirmEmail(
  em: EntityManager,
  clock: Clock,
  vault: Vault,
  by: By,
  code: string,
): Promise<void> {
  const now = clock.now();
  const person = await personOf(em, by.personId);
  if (!person.email) throw conflict('请先填写并保存邮箱。', 'no-address');
  if (person.emailConfirmedAt) return;
  const [tried] = await em.execute<{ digest: string; tries: number }[]>(
    `update email_code set tries = tries + 1 where expires_at > ? and tries < ? and id = (
       select id from email_code where person_id = ? and address = ? order by at desc limit 1)
     returning digest, tries`,
    [now, mostTries, person.id, person.email],
  );
  if (!tried) throw wrong('验证码已失效，请重新发送。');
  if (tried.digest !== digestOf(vault, person, person.email, code.trim())) {
    const left = mostTries - tried.tries;
    throw wrong(left > 0 ? `验证码不对，还可以试${left}次。` : '验证码不对，已试满次数，请重新发送。');
  }
  await em.transactional(async (tx) => {
    const still = { id: person.id, email: person.email, emailConfirmedAt: null };
    if ((await tx.nativeUpdate(Person, still, { emailConfirmedAt: now })) === 0) return;
    const line = { subject: 'person', subjectId: person.id, detail: `确认邮箱：${person.name}` };
    await writeLog(tx, clock, by, { kind: 'person-changed', ...line });
  });
}

const tooOften = (detail: string) => new ProblemError(429, 'too-often', detail);
const wrong = (detail: string) => new ProblemError(422, 'wrong-code', detail, [{ field: 'code', detail }]);

export async function forgetEmailCodes(em: EntityManager, clock: Clock): Promise<void> {
  await em.execute('delete from email_code where expires_at < ?', [clock.now()]);
}
