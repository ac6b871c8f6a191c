import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { mailActivities } from '#activities/mail';
import { createMailSender } from '#channels/mail-sender';
import { systemClock } from '#config/clock';
import { openVault } from '#config/vault';
import { newId } from '#db/id';
import { at, type Day } from '#domain/day';
import { isDigestDay } from '#domain/digest';
import type { Role } from '#domain/role';
import { currentCalendar } from '#db/queries/rule-book';
import { addDays } from '#domain/day';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { mailServer, type MailServer } from '#tests/harness/smtp';

// Real processes on a machine that may be busy.
jest.setTimeout(120_000);

let desk: Bureau;
let post: MailServer;
let worker: Running;
let caseId: string;
const from = '督行 <duxing@wjw.example>';
const em = () => desk.orm.em.fork();

beforeAll(async () => {
  post = await mailServer();
  desk = await bureau();
  desk.environment.SMTP_URL = post.url;
  desk.environment.MAIL_FROM = from;
  desk.environment.PUBLIC_URL = 'https://duxing.example';
  worker = await desk.startWorker();
  caseId = await openPair(desk, systemClock.today());
});
beforeEach(async () => {
  await em().execute(`update person set email = null, email_confirmed_at = null, mail_choice = 'digest'`);
  post.refused.clear();
});
afterAll(async () => {
  await desk?.stop();
  await post?.stop();
});

/** Gives somebody of this role an address of his own, and returns it. */
async function addressOf(role: Role, org = '', choice = 'digest'): Promise<string> {
  const { personId } = await desk.person(role, org);
  const address = `${newId()}@wjw.example`;
  await em().execute(
    'update person set email = ?, email_confirmed_at = now(), mail_choice = ? where id = ?',
    [address, choice, personId],
  );
  return address;
}

async function tell(code: string, role: Role, org?: string): Promise<string> {
  const id = newId();
  const orgId = org ? await desk.orgId(org) : null;
  await em().execute(
    `insert into message (id, key, at, org_id, role, case_id, code, params) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [id, id, systemClock.now(), orgId, role, caseId, code, JSON.stringify({ todo: 'confirm/assisted' })],
  );
  return id;
}
const arrived = (address: string) =>
  until(() => Promise.resolve(post.to(address).length > 0 && post.to(address)));
const mails = <T>(what: string, address: string) =>
  em().execute<T[]>(`select ${what} from mail where address = ? order by at`, [address]);

test('what is urgent goes out at once, to those it is addressed to and to nobody else', async () => {
  const [leader, theirs] = [await addressOf('leader'), await addressOf('liaison', '友谊')];
  const other = await addressOf('liaison', '朝阳');
  const none = await addressOf('chief-leader', '', 'none');
  await tell('escalation', 'leader');
  await tell('escalation', 'chief-leader');
  await tell('urge', 'liaison', '北京友谊医院');
  await tell('reminder', 'liaison', '北京朝阳医院');
  const [mail] = await arrived(leader);
  expect(mail?.subject).toMatch(/^【督行】督办升级：.*宣武.*（/);
  expect(mail?.text).toContain(`https://duxing.example/cases/${caseId}`);
  expect((await arrived(theirs))[0]?.subject).toContain('催办');
  expect([post.to(other), post.to(none)]).toEqual([[], []]);
});

test('what comes soon after an urgent mail waits and is gathered; nobody gets a mail for each', async () => {
  const address = await addressOf('section-head');
  await tell('escalation', 'section-head');
  await arrived(address);
  await Promise.all([1, 2, 3].map(() => tell('escalation', 'section-head')));
  const marker = await addressOf('legal-reviewer');
  await tell('escalation', 'legal-reviewer');
  await arrived(marker);
  expect(post.to(address)).toHaveLength(1);
  await em().execute(`update mail set at = at - interval '11 minutes' where address = ?`, [address]);
  await until(() => Promise.resolve(post.to(address).length === 2));
  expect(post.to(address)[1]?.subject).toBe('【督行】有3件紧急事项');
});

test('an address that is refused holds up nobody, is tried again and then given up, with the reason', async () => {
  const [bad, good] = [await addressOf('liaison', '宣武'), await addressOf('principal', '宣武')];
  post.refused.add(bad);
  await tell('urge', 'liaison', '宣武医院');
  await tell('urge', 'principal', '宣武医院');
  await arrived(good);
  const failed = () =>
    mails<{ attempts: number; failure: string | null; over: boolean }>(
      'attempts, failure, given_up_at is not null as over',
      bad,
    );
  for (const attempt of [1, 2, 3]) {
    const [row] = await until(async () => {
      const rows = await failed();
      return rows[0]?.attempts === attempt && rows[0].failure !== null && rows;
    });
    expect(row).toMatchObject({ failure: expect.stringContaining('5.1.1'), over: attempt === 3 });
    await em().execute(
      `update mail set next_at = at, failure = null where address = ? and given_up_at is null`,
      [bad],
    );
  }
  expect(post.to(bad)).toEqual([]);
});

test('a worker killed between sending and marking means one more mail at most, under the same Message-ID', async () => {
  const address = await addressOf('archivist');
  post.taken = async ({ to }) => {
    if (to.includes(address) && post.to(address).length === 1) await worker.kill();
  };
  await tell('escalation', 'archivist');
  await until(() => Promise.resolve(worker.child.signalCode !== null));
  expect((await mails<{ sent_at: string | null }>('sent_at', address))[0]?.sent_at).toBeNull();
  await em().execute('update mail set next_at = at where address = ?', [address]);
  worker = await desk.startWorker();
  await until(async () => (await mails<{ sent_at: string | null }>('sent_at', address))[0]?.sent_at !== null);
  const sent = post.to(address);
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  expect(sent[0]?.messageId).toMatch(/^<[0-9a-f-]{36}@wjw\.example>$/);
});

/** The next day from a fortnight ahead on that is one, or is none. */
async function someDay(working: boolean): Promise<Day> {
  const calendar = await currentCalendar(em());
  let day = addDays(systemClock.today(), 14);
  while (isDigestDay(calendar, day) !== working) day = addDays(day, 1);
  return day;
}

test('the digest is one mail a person and working day, however often it is asked for; a day off has none', async () => {
  const [liaison, onlyUrgent] = [
    await addressOf('liaison', '友谊'),
    await addressOf('liaison', '宣武', 'urgent'),
  ];
  const nothing = await addressOf('liaison', '朝阳');
  const { personId } = await desk.person('liaison', '朝阳');
  await em().execute(
    `insert into message_read (message_id, person_id, at) select id, ?, at from message on conflict do nothing`,
    [personId],
  );
  const sender = createMailSender({ smtpUrl: post.url, from });
  const vault = openVault(desk.environment['DATA_DIR'] ?? '');
  const parts = { em: desk.orm.em, clock: systemClock, sender, publicUrl: 'https://duxing.example', vault };
  const morning = (day: Day) =>
    new MockActivityEnvironment().run(mailActivities(parts).writeDigests, { now: at(day, '08:30') });
  const [workday, dayOff] = [await someDay(true), await someDay(false)];
  await morning(dayOff);
  expect(await mails('1', liaison)).toEqual([]);
  await Promise.all([morning(workday), morning(workday)]);
  await morning(workday);
  const rows = await mails<{ key: string }>('key', liaison);
  expect(rows).toHaveLength(1);
  await em().execute('update mail set next_at = ? where sent_at is null', [systemClock.now()]);
  const [digest] = await arrived(liaison);
  expect(digest?.subject).toMatch(/已逾期\d+件/);
  expect(digest?.text).toContain(`https://duxing.example/cases/${caseId}`);
  expect(await mails('1', onlyUrgent)).toEqual([]);
  expect(await mails('1', nothing)).toEqual([]);
  sender.close();
});
