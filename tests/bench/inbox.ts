import { openOrm } from '#db/orm';
import { recorded } from '#cli/start/running';
import type { System } from '#tests/harness/system';
import { askOverHttp } from './inbox-http.ts';
import { benchReads } from './reads/main.ts';
import type { Report } from './report.ts';

export interface InboxSize {
  cases: number;
  todos: number;
  perClient: number;
}

/** (b) In a database of its own beside the product's, on the same PostgreSQL with the product's settings. */
export async function benchInbox(system: System, size: InboxSize): Promise<Report> {
  const url = new URL(recorded(system.dataDir)?.databaseUrl ?? '');
  const orm = await openOrm(url.href, { poolSize: 1 });
  await orm.em.getConnection().execute('create database bench');
  await orm.close(true);
  url.pathname = '/bench';
  const measured = await benchReads(url.href, size);
  const http = await askOverHttp(system, url.href, size.perClient);
  const rows = measured.map(({ name, holds, ...row }) => ({
    what: name,
    ...row,
    aim: holds ? 'holds' : 'MISSED',
  }));
  const missed = [
    ...measured.filter(({ holds }) => !holds).map(({ name }) => name),
    ...http.filter(({ aim }) => aim !== 'holds').map(({ what = '' }) => `over HTTP: ${what}`),
  ];
  return {
    part: 'b',
    title: `(b) inbox and register over ${size.todos} todos and ${size.cases} cases, 8 clients`,
    tables: [
      { title: 'the queries behind each page, ms', rows },
      { title: 'the pages over HTTP, ms', rows: http },
    ],
    notes: [missed.length === 0 ? 'every p95 is under 50 ms' : `p95 of 50 ms and more: ${missed.join(', ')}`],
  };
}
