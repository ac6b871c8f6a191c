import { setTimeout as pause } from 'node:timers/promises';
import { demoPassword } from '#db/seed/demo-logins';
import { signIn, type Person } from '#tests/harness/browser';
import { percentile } from './clients.ts';
import { act } from './launch.ts';
import { rounded, type Row } from './report.ts';

const visitors = 4;
const thinkMs = 100;

/** Sorted ms of each question. */
export type Times = Record<'desk' | 'inbox' | 'act', number[]>;

export interface Visiting {
  stop(): Promise<Times>;
}

/** A commitment in hand, and the liaison who reports on it as often as one likes. */
export interface Reported {
  caseId: string;
  by: Person;
}

/** Four people who look at desk and inbox and report on a commitment, by turns, until they are stopped. */
export function visit(inspector: Person, reported: readonly Reported[]): Visiting {
  const ending = new AbortController();
  const times: Times = { desk: [], inbox: [], act: [] };
  const timed = async (what: keyof Times, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    times[what].push(performance.now() - start);
    await pause(thinkMs, undefined, { signal: ending.signal }).catch(() => undefined);
  };
  const one = async (own: readonly Reported[]) => {
    for (let turn = 0; !ending.signal.aborted; turn += 1) {
      const { caseId, by } = own[turn % own.length] ?? {};
      await timed('desk', () => inspector.get('/api/desk'));
      await timed('inbox', () => inspector.get('/api/todos'));
      if (caseId && by) {
        const form = { progress: turn % 100, report: '流程已修订，窗口装修报批中。' };
        await timed('act', () => act(by, caseId, 'report-progress', form));
      }
    }
  };
  const all = Array.from({ length: visitors }, (_, at) =>
    one(reported.filter((_case, index) => index % visitors === at)),
  );
  return {
    async stop() {
      ending.abort();
      await Promise.all(all);
      for (const ms of Object.values(times)) ms.sort((earlier, later) => earlier - later);
      return times;
    },
  };
}

/** For so long, with nothing else going on. */
export async function visitFor(ms: number, inspector: Person, reported: readonly Reported[]): Promise<Times> {
  const visiting = visit(inspector, reported);
  await pause(ms);
  return visiting.stop();
}

export function visitRows(idle: Times, waves: Record<string, Times>): Row[] {
  return (Object.keys(idle) as (keyof Times)[]).flatMap((what) => {
    const quiet = percentile(idle[what], 0.95);
    const row = (when: string, ms: number[]): Row => ({
      what: `${what}, ${when}`,
      times: ms.length,
      p50: rounded(percentile(ms, 0.5)),
      p95: rounded(percentile(ms, 0.95)),
      ratio: rounded(percentile(ms, 0.95) / quiet, 2),
    });
    return [row('idle', idle[what]), ...Object.entries(waves).map(([when, times]) => row(when, times[what]))];
  });
}

/** A page that stays open and is told what changes; ends with the signal. */
export async function openPage(address: string, login: string, signal: AbortSignal): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ login, password: demoPassword });
  const signed = await fetch(`${address}/api/session`, { method: 'POST', headers, body });
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { body: stream } = await fetch(`${address}/api/live`, { headers: { cookie }, signal });
  const read = async () => {
    for await (const _ of stream ?? []) if (signal.aborted) return;
  };
  void read().catch(() => undefined);
}

export const logIn = (address: string, login: string): Promise<Person> =>
  signIn(address, login, demoPassword);
