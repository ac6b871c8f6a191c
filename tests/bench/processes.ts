import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { System } from '#tests/harness/system';

/** Of Linux's /proc: fixed at 100 for every program. */
const ticksPerSecond = 100;

/** Seconds of CPU since the start of each process, by name. */
export type CpuSeconds = Record<string, number>;

const commands = {
  api: 'apps/api/main.ts',
  worker: 'apps/worker/main.ts',
  temporal: 'temporal.db',
  postgres: '/postgres',
};

export function cpuOf(system: System, more: Record<string, number> = {}): CpuSeconds {
  const pids = { ...pidsOf(system), ...more };
  const seconds = Object.entries(pids).map(([name, pid]) => [
    name,
    name === 'postgres' ? ofTree(pid) : ofProcess(pid),
  ]);
  return Object.fromEntries(seconds) as CpuSeconds;
}

const pidsOf = (system: System): Record<string, number> => ({
  ...Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, system.pidOf(command)])),
  'bench itself': process.pid,
});

/** Peak of resident memory since the start of the process, in MB. */
export function peakMemoryMb(system: System, name: keyof typeof commands): number {
  const status = readFileSync(`/proc/${system.pidOf(commands[name])}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** utime and stime; of children that have ended too where `ended` is set. See proc(5): the name may hold blanks. */
function ofProcess(pid: number, ended = false): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = fields.slice(11, ended ? 15 : 13).reduce((sum, field) => sum + Number(field), 0);
  return ticks / ticksPerSecond;
}

/** PostgreSQL has a process for each connection. */
function ofTree(root: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === root);
  return children.reduce(
    (sum, pid) => sum + (attempt(() => ofProcess(Number(pid))) ?? 0),
    ofProcess(root, true),
  );
}

const parentOf = (pid: string): number | undefined =>
  attempt(() => Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]));

/** A process may end between being listed and being read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export function spent(before: CpuSeconds, after: CpuSeconds): CpuSeconds {
  return Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]),
  );
}

/** Who kept the processors busy, in words. */
export function busyWords(what: string, cpu: CpuSeconds, seconds: number): string {
  const total = Object.values(cpu).reduce((sum, one) => sum + one, 0);
  const shares = Object.entries(cpu)
    .sort(([, one], [, other]) => other - one)
    .map(([name, one]) => `${name} ${Math.round((100 * one) / Math.max(total, 0.01))} %`);
  return `${what}: ${(total / seconds).toFixed(2)} of ${availableParallelism()} processors busy (${shares.join(', ')})`;
}
