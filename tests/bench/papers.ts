import { openOrm } from '#db/orm';
import { recorded } from '#cli/start/running';
import type { System } from '#tests/harness/system';
import { percentile } from './clients.ts';
import { settled } from './launch.ts';
import { setAlone, type Alone } from './papers-alone.ts';
import { issueMany, type IssuedPapers } from './papers-issued.ts';
import { busyWords } from './processes.ts';
import { rounded, type Report, type Row } from './report.ts';

const aims = { alone: 150, issued: 40, memoryMb: 400, previewMs: 100 };

/** (f) A thousand papers of one page: set alone, and issued by one signature in the running product. */
export async function benchPapers(system: System, { papers }: { papers: number }): Promise<Report> {
  const orm = await openOrm(recorded(system.dataDir)?.databaseUrl ?? '', { poolSize: 2 });
  try {
    await settled(orm);
    const issued = await issueMany(system, orm, papers);
    await settled(orm);
    // The very paper that was issued, under other numbers.
    return report(papers, await setAlone({ papers, document: issued.document }), issued);
  } finally {
    await orm.close(true);
  }
}

function report(papers: number, alone: Alone, issued: IssuedPapers): Report {
  const [one, other] = [papers / alone.seconds, papers / issued.seconds];
  const { counts, deskMs } = issued;
  const whole = Object.values(counts).every((count) => count === papers);
  const held = (holds: boolean) => (holds ? 'as' : 'NOT as');
  return {
    part: 'f',
    title: `(f) ${papers} papers of one page`,
    tables: [
      { title: 'set alone, in a process of its own', rows: aloneRows(alone, one) },
      {
        title: 'issued by one signature, to the last inbox',
        rows: [
          { what: 'signature with all numbers, s', value: rounded(issued.signSeconds, 2) },
          { what: 'signature until the last delivery, s', value: rounded(issued.seconds) },
          { what: 'papers per second', value: rounded(other) },
          { what: 'alone / issued', value: rounded(one / other, 2) },
          { what: 'from its number to its bytes, p50, ms', value: rounded(percentile(issued.ms, 0.5)) },
          { what: 'from its number to its bytes, p95, ms', value: rounded(percentile(issued.ms, 0.95)) },
          { what: 'from one paper to the next, p95, ms', value: rounded(percentile(issued.gapMs, 0.95)) },
          ...Object.entries(counts).map(([what, value]) => ({ what, value })),
          { what: 'worker, peak memory before and after, MB', value: issued.workerMb.join(' → ') },
          { what: 'GET /api/desk meanwhile, times', value: deskMs.length },
          { what: 'GET /api/desk meanwhile, p50, ms', value: rounded(percentile(deskMs, 0.5)) },
          { what: 'GET /api/desk meanwhile, p95, ms', value: rounded(percentile(deskMs, 0.95)) },
        ],
      },
    ],
    notes: [
      whole
        ? 'every paper has its number, its bytes, one delivery and one message'
        : 'NOT WHOLE: see the counts',
      'A paper waits for those before it in its order: its time to its bytes is a share of the whole.',
      `alone: ${rounded(one)} a second, ${held(one >= aims.alone)} aimed at (${aims.alone}); ` +
        `issued: ${rounded(other)} a second, ${held(other >= aims.issued)} aimed at (${aims.issued})`,
      `peak memory alone ${alone.peakMb} MB, ${held(alone.peakMb < aims.memoryMb)} aimed at (under ${aims.memoryMb}); ` +
        `a preview ${rounded(alone.previewMs)} ms, ${held(alone.previewMs < aims.previewMs)} aimed at (under ${aims.previewMs})`,
      `limit of setting alone: ${rounded(alone.cpuSeconds / alone.seconds, 2)} processors busy`,
      busyWords('limit of issuing', issued.cpu, issued.seconds),
    ],
  };
}

const aloneRows = (alone: Alone, rate: number): Row[] => [
  { what: 'papers per second', value: rounded(rate) },
  { what: 'one paper, p50, ms', value: rounded(percentile(alone.ms, 0.5)) },
  { what: 'one paper, p95, ms', value: rounded(percentile(alone.ms, 0.95)) },
  { what: 'peak memory of the process, MB', value: alone.peakMb },
  { what: 'first preview, cold, ms', value: rounded(alone.firstPreviewMs) },
  { what: 'next preview, ms', value: rounded(alone.previewMs) },
];
