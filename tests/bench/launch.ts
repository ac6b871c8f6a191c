import { systemClock } from '#config/clock';
import type { ActReceipt } from '#contracts/case';
import type { PairListView } from '#contracts/pair-list';
import { newId } from '#db/id';
import type { MikroORM } from '#db/orm';
import { demoPassword } from '#db/seed/demo-logins';
import { addDays } from '#domain/day';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { signIn, type Person } from '#tests/harness/browser';
import { until } from '#tests/harness/poll';

export interface Launched {
  campaignId: string;
  dryRunSeconds: number;
  launchSeconds: number;
  /** From the leader's signature until every case is open. */
  openingSeconds: number;
}

export interface Pair {
  pilot: string;
  assisted: string;
}

const demo = (address: string, login: string) => signIn(address, login, demoPassword);

/** A campaign as people launch it: list, dry run, launch, signature; resolves when all its cases are open. */
export async function launchCampaign(
  address: string,
  orm: MikroORM,
  pairs: readonly Pair[],
  beforeSigning: () => void = () => undefined,
): Promise<Launched> {
  const [inspector, leader] = await Promise.all([demo(address, 'inspector1'), demo(address, 'leader1')]);
  const today = systemClock.today();
  const form = {
    title: `测速${newId().slice(-6)}`,
    basis: '京政发〔2017〕11号',
    purpose: '测量立项和办理的速度。',
    launchOn: addDays(today, 18),
    from: today,
    to: addDays(today, 240),
    areas: coreAreas,
    allowSeveralHelpers: true,
    contact: '李明远 010-00000000',
  };
  const pasted = ['试点医院\t帮带医院', ...pairs.map(({ pilot, assisted }) => `${pilot}\t${assisted}`)].join(
    '\n',
  );
  const [list, dryRunSeconds] = await timed(() =>
    answered<PairListView>(inspector, '/api/pair-lists', { form, pasted }),
  );
  if (list.problemCount > 0 || list.rows.length !== pairs.length) {
    const problems = list.rows.flatMap((row) => row.problems).slice(0, 3);
    throw new Error(
      `the list is not clean: ${list.rows.length} rows, ${JSON.stringify([list.faults, problems])}`,
    );
  }
  const [{ caseId: campaignId }, launchSeconds] = await timed(() =>
    answered<ActReceipt>(inspector, `/api/pair-lists/${list.id}/launch`, { actId: newId() }),
  );
  beforeSigning();
  const [, openingSeconds] = await timed(async () => {
    await act(leader, campaignId, 'sign', { decision: 'sign' });
    await until(async () => (await membersOf(orm, campaignId)) >= pairs.length);
  });
  return { campaignId, dryRunSeconds, launchSeconds, openingSeconds };
}

export async function act(by: Person, caseId: string, action: string, form: unknown): Promise<void> {
  await answered<ActReceipt>(by, `/api/cases/${caseId}/acts`, { actId: newId(), action, form });
}

async function answered<T>(by: Person, path: string, content: unknown): Promise<T> {
  const { status, body } = await by.post<T>(path, content);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const done = await work();
  return [done, (performance.now() - start) / 1000];
}

async function membersOf(orm: MikroORM, campaignId: string): Promise<number> {
  const [row] = await orm.em
    .fork()
    .execute<{ count: number }[]>('select count(*)::int as count from case_file where campaign_id = ?', [
      campaignId,
    ]);
  return row?.count ?? 0;
}

/** Papers rendered and words between cases spoken: nothing goes on in the background. */
export async function settled(orm: MikroORM): Promise<void> {
  await until(async () => {
    const [row] = await orm.em
      .fork()
      .execute<{ count: number }[]>('select count(*)::int as count from effect where done_at is null');
    return row?.count === 0;
  });
}
