import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rounded, type Report, type Row } from './report.ts';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Every Node process of the product writes a profile into the folder when it ends, each thread its own. */
export function profiling(folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  return { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${resolve(folder)}` };
}

const most = { profiles: 4, functions: 25 };

/** Where the time went, by function itself, for the threads that worked most. */
export function profileReport(folder: string): Report {
  const profiles = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => ({
      name,
      ...selfTimes(JSON.parse(readFileSync(join(folder, name), 'utf8')) as CpuProfile),
    }))
    .sort((one, other) => other.busyMs - one.busyMs);
  return {
    part: 'profile',
    title: `CPU profiles in ${folder}`,
    tables: profiles
      .slice(0, most.profiles)
      .map(({ name, busyMs, rows }) => ({ title: `${name}: ${Math.round(busyMs)} ms`, rows })),
    notes: ['Node begins a profile at the start of the process: loading and warming up are in it.'],
  };
}

function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): { busyMs: number; rows: Row[] } {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const ms = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const name = names.get(sample) ?? '';
    ms.set(name, (ms.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  for (const idle of ['(idle)', '(root)']) ms.delete(idle);
  const busyMs = [...ms.values()].reduce((sum, one) => sum + one, 0);
  const rows = [...ms]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most.functions)
    .map(([what, self]) => ({ what, ms: Math.round(self), percent: rounded((100 * self) / busyMs) }));
  return { busyMs, rows };
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.replace(/^.*\/(node_modules\/)?/, '');
  const folder = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return `${functionName || '(anonymous)'}${file ? ` ${folder ? `${folder} ` : ''}${file}:${lineNumber + 1}` : ''}`;
}
