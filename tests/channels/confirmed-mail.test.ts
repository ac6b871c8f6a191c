import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { mailActivities } from '#activities/mail';
import { createMailSender, type MailSender } from '#channels/mail-sender';
import { testClock, type TestClock } from '#config/clock';
import { openVault, type Vault } from '#config/vault';
import { confirmEmail, sendEmailCode } from '#db/commands/email-codes';
import { editPerson } from '#db/commands/people';
import { newId } from '#db/id';
import { recipients } from '#db/queries/mail/recipients';
import { settingsOf } from '#db/queries/settings';
import { plusMs } from '#domain/day';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { until } from '#tests/harness/poll';
import { mailServer, type MailServer } from '#tests/harness/smtp';

jest.setTimeout(60_000);

let desk: Bureau;
let post: MailServer;
let sender: MailSender;
let vault: Vault;
let clock: TestClock;
let personId: string;
let address: string;
const em = () => desk.orm.em.fork();
const hour = 3_600_000;

beforeAll(async () => {
  post = await mailServer();
  desk = await bureau();
  vault = openVault(desk.environment['DATA_DIR'] ?? '');
  sender = createMailSender({ smtpUrl: post.url, from: '督行 <duxing@wjw.example>' });
  personId = (await desk.person('liaison', '友谊')).personId;
});
beforeEach(async () => {
  clock = testClock('2026-11-23T01:00:00.000Z');
  await em().execute('delete from email_code');
  await em().execute('delete from mail');
  await register(`${newId()}@wjw.example`);
});
afterAll(async () => {
  sender.close();
  await desk?.stop();
  await post?.stop();
});

async function register(email: string): Promise<void> {
  address = email;
  const [row] = await em().execute<{ version: number }[]>('select version from person where id = ?', [
    personId,
  ]);
  await editPerson(em(), clock, { personId }, personId, { version: row?.version ?? 0, email });
}
const ask = () => sendEmailCode(em(), clock, vault, { personId });
const enter = (code: string) => confirmEmail(em(), clock, vault, { personId }, code);
const getsMail = async () =>
  (await recipients(em(), clock.now(), ['digest', 'urgent', 'none'])).some(
    ({ actor }) => actor.personId === personId,
  );
const settings = () => settingsOf(em(), personId, { mailOn: true, now: clock.now() });

/** Lets the product send what is due, and reads the code where it arrived. */
async function codeAt(mailbox: string): Promise<string> {
  const parts = { em: desk.orm.em, clock, sender, publicUrl: 'https://duxing.example', vault };
  const environment = new MockActivityEnvironment();
  const sending = environment.run(mailActivities(parts).sendMails);
  const count = post.to(mailbox).length;
  const text = await until(() =>
    Promise.resolve(post.to(mailbox)[count]?.text ?? post.to(mailbox).at(-1)?.text),
  );
  environment.cancel();
  await sending;
  return /验证码是 (\d{6})/.exec(String(text))?.[1] ?? '';
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('no mail goes to an address until the code that arrived there was entered', async () => {
  expect(await getsMail()).toBe(false);
  await ask();
  expect(await settings()).toMatchObject({
    emailConfirmed: false,
    codeSentAt: clock.now(),
    codeFailure: null,
  });
  const code = await codeAt(address);
  expect(code).toMatch(/^\d{6}$/);
  await expect(enter(other(code))).rejects.toMatchObject({
    status: 422,
    message: '验证码不对，还可以试4次。',
  });
  expect(await getsMail()).toBe(false);
  await enter(code);
  expect(await settings()).toMatchObject({ emailConfirmed: true, codeSentAt: null });
  expect(await getsMail()).toBe(true);
  await enter(code);
  const lines = await em().execute(
    `select 1 from log_entry where detail like '确认邮箱：%' and subject_id = ?`,
    [personId],
  );
  expect(lines).toHaveLength(1);
});

test('the code stands nowhere in the database', async () => {
  await ask();
  const code = await codeAt(address);
  const rows = await em().execute(
    'select content::text, key, failure from mail union all select digest, address, null from email_code',
  );
  expect(JSON.stringify(rows)).not.toContain(code);
});

test('another address is confirmed anew, by a code that was sent there', async () => {
  await ask();
  const code = await codeAt(address);
  await enter(code);
  await register(address);
  expect(await getsMail()).toBe(true);
  await register(`${newId()}@wjw.example`);
  expect(await getsMail()).toBe(false);
  await expect(enter(code)).rejects.toMatchObject({ message: '验证码已失效，请重新发送。' });
});

test('a code holds for 24 hours', async () => {
  await ask();
  const code = await codeAt(address);
  clock.set(plusMs(clock.now(), 24 * hour));
  await expect(enter(code)).rejects.toMatchObject({ status: 422 });
  expect(await getsMail()).toBe(false);
});

test('five wrong codes make the right one useless', async () => {
  await ask();
  const code = await codeAt(address);
  for (let turn = 0; turn < 5; turn++)
    await expect(enter(other(code))).rejects.toMatchObject({ status: 422 });
  await expect(enter(code)).rejects.toMatchObject({ message: '验证码已失效，请重新发送。' });
});

test('a code is sent once a minute and five times a day, also when the button is pressed twice at once', async () => {
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (let turn = 1; turn < 5; turn++) {
    await expect(ask()).rejects.toMatchObject({ status: 429, message: expect.stringContaining('一分钟') });
    clock.set(plusMs(clock.now(), 61_000));
    await ask();
  }
  clock.set(plusMs(clock.now(), hour));
  await expect(ask()).rejects.toMatchObject({ status: 429, message: expect.stringContaining('明天') });
  clock.set(plusMs(clock.now(), 24 * hour));
  await ask();
});
