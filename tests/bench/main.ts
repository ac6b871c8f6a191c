import { Argument, Command, InvalidArgumentError } from 'commander';
import { benchActs } from './acts.ts';
import { benchCampaign } from './campaign.ts';
import { benchInbox } from './inbox.ts';
import { profileReport } from './profile.ts';
import { print, type Report } from './report.ts';

interface Options {
  cases: number;
  pairs: number;
  rows: number;
  turns: number;
  profile?: string;
  json?: boolean;
}

const parts = ['a', 'b', 'c'] as const;

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number from 1.');
  return Number(text);
}

const program = new Command('bench')
  .description('(a) acts beside the floor, (b) inbox and register, (c) a campaign; by default all three')
  .addArgument(new Argument('[parts...]', 'which').choices(parts).default([...parts], 'all'))
  .option('--cases <n>', '(a) cases for each number of clients', count, 200)
  .option('--rows <n>', '(b) cases in the database; five todos each', count, 200_000)
  .option('--turns <n>', '(b) questions of each of the 8 clients', count, 25)
  .option('--pairs <n>', '(c) pairs of the campaign', count, 2000)
  .option('--profile <folder>', '(a) CPU profiles of every Node process, with a summary')
  .option('--json', 'figures as JSON in place of tables');

program.parse();
const options = program.opts<Options>();
const [chosen] = program.processedArgs as [string[]];
const reports: Report[] = [];
const add = (report: Report) => {
  reports.push(report);
  if (!options.json) print(report);
};

const { profile } = options;
if (chosen.includes('a')) add(await benchActs({ cases: options.cases, ...(profile ? { profile } : {}) }));
if (chosen.includes('a') && profile) add(profileReport(profile));
if (chosen.includes('b'))
  add(await benchInbox({ cases: options.rows, todos: options.rows * 5, perClient: options.turns }));
if (chosen.includes('c')) add(await benchCampaign({ pairs: options.pairs }));
if (options.json) console.log(JSON.stringify(reports, null, 2));
process.exit(0);
