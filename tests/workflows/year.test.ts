import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { addDays, shanghaiDay, shanghaiTime, type Day } from '#domain/day';
import { shippedLadders } from '#domain/ladder-rows';
import { faultSeed } from '#tests/harness/environment';
import { unsound } from '#tests/harness/soundness';
import { foreseen, rungCodes, worksBy } from '#tests/harness/year-oracle';
import { Players } from '#tests/harness/year-players';
import { livedIn, type Lived } from '#tests/harness/year-record';
import { YearRun } from '#tests/harness/year-run';
import { YearStory } from '#tests/harness/year-story';

// A year of real processes, on a machine that may be busy.
jest.setTimeout(1_200_000);

const seed = faultSeed() ?? randomInt(2 ** 31);
let run: YearRun;

beforeAll(async () => {
  run = await YearRun.open();
});
afterAll(() => run?.close());

const told = (faults: string[]) => {
  if (faults.length === 0) return;
  const lines = [...faults.slice(0, 30), `${faults.length} faults`, `FAULT_SEED=${seed}`, ...run.story];
  throw new Error(lines.join('\n'));
};

/** What fired and should not have, or should have and did not, or at another hour. */
function faultsOf(work: Lived, last: Day): string[] {
  const { works, down } = { works: worksBy(run.calendar), down: run.down };
  const wanted = foreseen(work, { works, down, last });
  const lines = work.fired.map(({ line }) => line).sort();
  const where = `${work.key} of ${work.caseId}, opened ${work.opened}`;
  const outside = work.fired.filter(({ at }) => {
    const time = shanghaiTime(at);
    return !works(shanghaiDay(at)) || time < '09:00' || time >= '17:30';
  });
  return [
    ...lines.filter((line, index) => lines.indexOf(line) < index).map((line) => `twice: ${line} (${where})`),
    ...lines.filter((line) => !wanted.includes(line)).map((line) => `fired: ${line} (${where})`),
    ...wanted.filter((line) => !lines.includes(line)).map((line) => `did not fire: ${line} (${where})`),
    ...outside.map(({ at, line }) => `out of hours, ${at}: ${line} (${where})`),
  ];
}

/** Each paper of a ladder went out by the decision of somebody in the office that its rung names. */
async function issued(): Promise<string[]> {
  const rows = await run.rows<{ line: string }>(
    `select distinct n.code || ' by ' || p.role as line
       from notice n join case_event e using (case_id, seq) join post p on p.person_id = e.person_id
      where e.action = 'decide-escalation' and n.rendered_at is not null order by 1`,
  );
  return rows.map(({ line }) => line);
}

test('in a year with kills every rung of every ladder fires once, on its working day or late and said so', async () => {
  const works = worksBy(run.calendar);
  const players = new Players(run.desk, seed, works);
  const story = new YearStory(run, players, seed);
  let first = addDays(shanghaiDay(await run.now()), 1);
  while (!works(first)) first = addDays(first, 1);
  await run.sleepTo(first, '10:00');
  const last = await story.live(first);
  const lives: Lived[] = [];
  for (const { id } of story.cases) lives.push(...(await livedIn(run.desk.orm.em.fork(), id)));
  told(lives.flatMap((work) => faultsOf(work, last)));
  console.log(
    lives.length,
    story.cases.length,
    run.story,
    await issued(),
    lives.flatMap((l) => l.fired).length,
  );
});
