import { recorded } from '#cli/start/running';
import { systemClock } from '#config/clock';
import type { CalendarDraftView, CalendarMoves } from '#contracts/calendar';
import type { DraftPublished } from '#contracts/draft';
import type { Created } from '#contracts/page';
import { openOrm, type MikroORM } from '#db/orm';
import { ruleBookFor } from '#db/queries/rule-book';
import { isWorkingDay } from '#domain/calendar';
import { addDays, yearOf, type Day } from '#domain/day';
import { bookAction } from '#domain/rebook';
import { connectRunner } from '#runner/runner-client';
import type { Person } from '#tests/harness/browser';
import { until } from '#tests/harness/poll';
import type { System } from '#tests/harness/system';
import { percentile } from './clients.ts';
import { ownersAt, reportedOn } from './commitments-in-hand.ts';
import { settled } from './launch.ts';
import { openCommitments, startRunners } from './open-commitments.ts';
import { busyWords, cpuOf, spent } from './processes.ts';
import { rounded, type Report } from './report.ts';
import { taskQueue } from './rungs.ts';
import { logIn, openPage, visit, visitFor, visitRows } from './visitors.ts';

const previews = 5;

export interface CalendarSize {
  cases: number;
  idleMs: number;
}

/** (e) The next working day becomes a holiday: proposed, previewed, approved by another, taken in by every open case. */
export async function benchCalendar(system: System, { cases, idleMs }: CalendarSize): Promise<Report> {
  const { databaseUrl = '', temporalAddress = '' } = recorded(system.dataDir) ?? {};
  const orm = await openOrm(databaseUrl, { poolSize: 2 });
  const runner = connectRunner(temporalAddress, 'default', taskQueue);
  const pages = new AbortController();
  try {
    const { owners, login } = await ownersAt(orm, 'e');
    const { reported } = await reportedOn({ system, orm, runner }, login);
    await openCommitments(orm, { count: cases, owners, at: systemClock.now() });
    await startRunners(orm, runner);
    await settled(orm);
    for (const one of ['inspector1', 'leader1']) await openPage(system.address, one, pages.signal);
    const inspector = await logIn(system.address, 'inspector1');
    await visitFor(idleMs / 2, inspector, reported);
    const idle = await visitFor(idleMs, inspector, reported);

    const proposed = await propose(orm, await logIn(system.address, 'sysadmin1'));
    const second = await logIn(system.address, 'secadmin1');
    const { moves, ms } = await preview(second, proposed.id);
    const open = await openCases(orm);
    const before = cpuOf(system);
    const visiting = visit(inspector, reported);
    const start = performance.now();
    const { became: version } = await posted<DraftPublished>(second, `/api/drafts/${proposed.id}/approve`, {
      version: proposed.version,
    });
    await until(async () => (await taken(orm, version)).events >= open);
    const seconds = (performance.now() - start) / 1000;
    const cpu = spent(before, cpuOf(system));
    const meanwhile = await visiting.stop();
    const counts = await taken(orm, version);
    return {
      part: 'e',
      title: `(e) a calendar change over ${open} open cases`,
      tables: [
        {
          title: 'preview and broadcast',
          rows: [
            { what: 'deadlines that move', value: moves.moved },
            { what: 'preview, first page, ms', value: rounded(ms[0] ?? 0) },
            { what: 'preview, a page soon after it, p50, ms', value: rounded(percentile(sorted(ms), 0.5)) },
            { what: 'approval until the last case has taken it in, s', value: rounded(seconds) },
            { what: 'ms a case', value: rounded((1000 * seconds) / open) },
            { what: 'cases that took it in', value: counts.cases },
            { what: 'events of it', value: counts.events },
            { what: 'messages that a due day moved', value: counts.told },
          ],
        },
        { title: 'four visitors, ms', rows: visitRows(idle, { meanwhile }) },
      ],
      notes: [
        counts.cases === open && counts.events === open && counts.told === moves.moved
          ? 'every open case took the calendar in once, every due day that moved was told once'
          : 'NOT WHOLE: see the counts',
        busyWords('limit of the broadcast', cpu, seconds),
      ],
    };
  } finally {
    pages.abort();
    await runner.client.connection.close();
    await orm.close(true);
  }
}

const at = (id: string) => `/api/calendar/drafts/${id}`;
const sorted = (ms: readonly number[]) => [...ms].sort((one, other) => one - other);

async function posted<T>(by: Person, path: string, content: unknown): Promise<T> {
  const { status, body } = await by.post<T>(path, content);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Handed in: the year as it stands, with one more day off. */
async function propose(orm: MikroORM, by: Person): Promise<CalendarDraftView> {
  const day = await nextWorkingDay(orm);
  const { id } = await posted<Created>(by, '/api/calendar/drafts', { year: yearOf(day) });
  const drawn = await by.get<CalendarDraftView>(at(id));
  await posted(by, `${at(id)}/days`, { version: drawn.version, day, kind: 'holiday', name: '临时放假' });
  const { version } = await by.get<CalendarDraftView>(at(id));
  await posted(by, `/api/drafts/${id}/hand-in`, { version });
  return by.get<CalendarDraftView>(at(id));
}

async function nextWorkingDay(orm: MikroORM): Promise<Day> {
  const today = systemClock.today();
  const { calendar } = await ruleBookFor(orm.em.fork(), 'commitment', today);
  let day = addDays(today, 1);
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

async function preview(by: Person, id: string): Promise<{ moves: CalendarMoves; ms: number[] }> {
  const ms: number[] = [];
  let moves: CalendarMoves | undefined;
  for (let turn = 0; turn < previews; turn += 1) {
    const start = performance.now();
    moves = await by.get<CalendarMoves>(`${at(id)}/moves?limit=20`);
    ms.push(performance.now() - start);
  }
  if (!moves) throw new Error('no preview');
  return { moves, ms };
}

async function openCases(orm: MikroORM): Promise<number> {
  const [row] = await orm.em
    .fork()
    .execute<{ count: number }[]>('select count(*)::int as count from case_file where closed_at is null', []);
  return row?.count ?? 0;
}

interface Taken {
  events: number;
  cases: number;
  told: number;
}

async function taken(orm: MikroORM, version: string): Promise<Taken> {
  const [row] = await orm.em.fork().execute<Taken[]>(
    `select count(*)::int as events, count(distinct case_id)::int as cases,
            (select count(*)::int from message where code = 'due-moved') as told
       from case_event where action = ? and fields->>'version' = ?`,
    [bookAction, version],
  );
  return row ?? { events: 0, cases: 0, told: 0 };
}
