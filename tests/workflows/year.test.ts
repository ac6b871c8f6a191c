import { afterAll, beforeAll, jest, test } from '@jest/globals';
import { shanghaiDay, shanghaiTime, type Day } from '#domain/day';
import { shippedLadders } from '#domain/ladder-rows';
import { faultSeed, simulatedDays } from '#tests/harness/environment';
import { unsound } from '#tests/harness/soundness';
import { foreseen, questions, rungCodes, worksBy } from '#tests/harness/year-oracle';
import { Players } from '#tests/harness/year-players';
import { livedIn, type Lived } from '#tests/harness/year-record';
import { YearRun } from '#tests/harness/year-run';
import { YearStory } from '#tests/harness/year-story';

// A year of real processes, on a machine that may be busy.
jest.setTimeout(1_200_000);

/** Far ahead, so that the year is the same one whenever it is played. */
const opens = '2040-01-04';
const days = simulatedDays();
const seed = faultSeed() ?? 7;
let run: YearRun;

beforeAll(async () => {
  run = await YearRun.open(opens);
});
afterAll(() => run?.close());

const report = (faults: string[]) => {
  if (faults.length === 0) return;
  const lines = [...faults.slice(0, 30), `${faults.length} faults`, `FAULT_SEED=${seed}`, ...run.story];
  throw new Error(lines.join('\n'));
};

/** What fired and should not have, or should have and did not, or at another hour. */
function faultsOf(work: Lived, last: Day): string[] {
  const days = { works: worksBy(run.calendar), down: run.down, last };
  const { works } = days;
  const wanted = foreseen(work, days);
  const lines = work.fired.map(({ line }) => line).sort();
  const where = `${work.key} of ${work.caseId}, opened ${work.opened}`;
  const outside = work.fired.filter(({ at }) => {
    const time = shanghaiTime(at);
    return !works(shanghaiDay(at)) || time < '09:00' || time >= '17:30';
  });
  const [asked, wantedAsked] = [work.asked.map(shanghaiDay).join(), questions(work, days).join()];
  return [
    ...(asked === wantedAsked ? [] : [`asked on ${asked} instead of ${wantedAsked} (${where})`]),
    ...lines.filter((line, index) => lines.indexOf(line) < index).map((line) => `twice: ${line} (${where})`),
    ...lines.filter((line) => !wanted.includes(line)).map((line) => `fired: ${line} (${where})`),
    ...wanted.filter((line) => !lines.includes(line)).map((line) => `did not fire: ${line} (${where})`),
    ...outside.map(({ at, line }) => `out of hours, ${at}: ${line} (${where})`),
  ];
}

/** Each paper of a ladder goes out by the decision of somebody in the office that its rung names; a talk is the leader's choice. */
const papers = [
  'interview-notice by leader',
  'supervision-letter by leader',
  'urge-letter by section-head',
  'work-circular by chief-leader',
];

/** What must have come up in a year, or the comparison says nothing; and what the events alone do not show. */
async function otherFaults(lives: readonly Lived[], { cases }: YearStory): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, name } of cases)
    faults.push(...(await unsound(run.desk.orm.em.fork(), id)).map((fault) => `${name}: ${fault}`));
  const fired = lives.flatMap((work) => work.fired);
  const codes = new Set(fired.map(({ line }) => /^\S+ ([^,#]+)/u.exec(line)?.[1] ?? ''));
  if (lives.some(({ asked }) => asked.length > 0)) codes.add('stopped.long');
  const shipped = shippedLadders.map(({ code }) => code);
  for (const code of new Set([...shipped, ...rungCodes]))
    if (!codes.has(code) || !shipped.includes(code) || !rungCodes.includes(code))
      faults.push(`the rung ${code} did not come up or stands in one table only`);
  const issued = await run.rows<{ line: string }>(
    `select distinct n.code || ' by ' || p.role as line
       from notice n join case_event e using (case_id, seq) join post p on p.person_id = e.person_id
      where e.action = 'decide-escalation' and n.rendered_at is not null order by 1`,
  );
  const lines = issued.map(({ line }) => line);
  if (papers.join() !== lines.join()) faults.push(`papers: ${lines.join()}`);
  const [sent] = await run.rows<{ n: number }>(
    `select count(*)::int as n from message where params->>'turn' is not null`,
  );
  const told = fired.filter(({ line }) => !line.endsWith('nobody')).length;
  const questioned = lives.flatMap(({ asked }) => asked).length;
  if (sent?.n !== told + questioned)
    faults.push(`${sent?.n} messages for ${told} rungs and ${questioned} questions`);
  const [undone] = await run.rows<{ n: number }>(
    'select count(*)::int as n from effect where done_at is null',
  );
  if (undone?.n !== 0) faults.push(`${undone?.n} effects are not done`);
  const kinds = new Set(cases.map(({ kind }) => kind));
  const redone = lives.some(({ key, fired: rungs }) => /\/[2-9]/u.test(key) && rungs.length > 0);
  const stood = lives.some(({ terms }) => terms.some(({ suspensions }) => suspensions.length > 0));
  const late = fired.some(({ lateBy }) => lateBy > 0);
  const ways = await run.rows<{ way: string }>(
    `select distinct params->>'way' way from notice where code = 'service-receipt' and rendered_at is not null`,
  );
  // Signed for in the system, and brought by two of the bureau.
  const served = ways.length > 1 && ways.some(({ way }) => way === 'electronic');
  for (const [what, came] of Object.entries({ kinds: kinds.size === 4, redone, stood, late, served }))
    if (!came) faults.push(`the year had no ${what}`);
  return faults;
}

test('with kills in between every rung of every ladder fires once, on its working day or late and said so', async () => {
  const works = worksBy(run.calendar);
  const players = new Players(run.desk, seed, works);
  const story = new YearStory(run, players, seed, days);
  const last = await story.live(opens);
  const lives: Lived[] = [];
  for (const { id } of story.cases) lives.push(...(await livedIn(run.desk.orm.em.fork(), id)));
  report(lives.flatMap((work) => faultsOf(work, last)));
  report(await otherFaults(lives, story));
});
