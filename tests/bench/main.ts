import { Argument, Command, InvalidArgumentError } from 'commander';
import { benchActs } from './acts.ts';
import { benchCampaign } from './campaign.ts';
import { benchInbox } from './inbox.ts';
import { profileReport, profiling } from './profile.ts';
import { benchCalendar } from './new-calendar.ts';
import { benchPapers } from './papers.ts';
import { benchRungs } from './rungs.ts';
import { startSystem, type System } from '#tests/harness/system';
import { print, type Report } from './report.ts';

interface Options {
  cases: number;
  pairs: number;
  rows: number;
  turns: number;
  rungs: number;
  away: boolean;
  open: number;
  papers: number;
  profile?: string;
  json?: boolean;
}

const parts = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number from 1.');
  return Number(text);
}

const program = new Command('bench')
  .description(
    '(a) acts beside the floor, (b) inbox and register, (c) a campaign, (d) rungs, (e) a new calendar, (f) papers; by default all',
  )
  .addArgument(new Argument('[parts...]', 'which').choices(parts).default([...parts], 'all'))
  .option('--cases <n>', '(a) cases for each number of clients', count, 200)
  .option('--rows <n>', '(b) cases in the database; five todos each', count, 200_000)
  .option('--turns <n>', '(b) questions of each of the 8 clients', count, 25)
  .option('--pairs <n>', '(c) pairs of the campaign', count, 2000)
  .option('--rungs <n>', '(d) cases with a deadline at the same moment', count, 10_000)
  .option('--no-away', '(d) not a second time with the worker away as the moment comes')
  .option('--open <n>', '(e) open cases', count, 10_000)
  .option('--papers <n>', '(f) papers of one page', count, 1000)
  .option('--profile <folder>', '(a), (d), (e) and (f): CPU profiles of every Node process, with a summary')
  .option('--json', 'figures as JSON in place of tables');

program.parse();
const options = program.opts<Options>();
const [chosen] = program.processedArgs as [string[]];
const reports: Report[] = [];
const add = (report: Report) => {
  reports.push(report);
  if (!options.json) print(report);
};

/** Each part finds the product as `npm start` brings it up, on a data folder of its own. */
async function part(
  code: string,
  measure: (system: System) => Promise<Report>,
  environment = {},
): Promise<void> {
  if (!chosen.includes(code)) return;
  const system = await startSystem({ environment });
  try {
    add(await measure(system));
  } finally {
    await system.stop();
  }
}

const { cases, rows, turns, pairs, rungs, away, open, papers, profile } = options;
await part('a', (system) => benchActs(system, { cases }), profile ? profiling(profile) : {});
await part('b', (system) => benchInbox(system, { cases: rows, todos: rows * 5, perClient: turns }));
await part('c', (system) => benchCampaign(system, { pairs }));
await part(
  'd',
  (system) => benchRungs(system, { cases: rungs, idleMs: 15_000, away: away && !profile }),
  profile ? profiling(profile) : {},
);
await part(
  'e',
  (system) => benchCalendar(system, { cases: open, idleMs: 15_000 }),
  profile ? profiling(profile) : {},
);
await part('f', (system) => benchPapers(system, { papers }), profile ? profiling(profile) : {});
if (profile) add(profileReport(profile));
if (options.json) console.log(JSON.stringify(reports, null, 2));
process.exit(0);
