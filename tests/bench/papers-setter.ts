import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStartConfig } from '#config/config';
import { createRenderer } from '#render/renderer';
import { numberedDocument } from '#render/paper';
import type { Alone, AloneTask } from './papers-alone.ts';

/** A process of its own, which only sets papers. */
const fontDir = join(loadStartConfig().cacheDir, 'fonts');

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function set({ document, papers }: AloneTask): Promise<Alone> {
  const cold = performance.now();
  const renderer = createRenderer({ fontDir });
  await renderer.svg(document);
  const firstPreviewMs = performance.now() - cold;
  const edited = { ...document, frame: { ...document.frame, number: '测〔2026〕1号' } };
  const previewMs = await timed(() => renderer.svg(edited));
  const cpu = process.cpuUsage();
  const ms: number[] = [];
  const seconds = await timed(async () => {
    for (let nth = 1; nth <= papers; nth += 1)
      ms.push(
        await timed(() => renderer.pdf(numberedDocument(document, { number: `测〔2026〕${nth + 1}号` }))),
      );
  });
  const { user, system } = process.cpuUsage(cpu);
  await renderer.close();
  const status = readFileSync('/proc/self/status', 'utf8');
  return {
    ...{ firstPreviewMs, previewMs, seconds: seconds / 1000, ms: ms.sort((one, other) => one - other) },
    peakMb: Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
    cpuSeconds: (user + system) / 1e6,
  };
}

process.on('message', (task: AloneTask) => {
  void set(task).then((alone) => process.send?.(alone));
});
process.on('SIGTERM', () => process.exit(0));
process.send?.('ready');
