import { readName } from './hospital-name.ts';
import type { RegisteredHospital, Suggestion } from './pair.ts';

const atMost = 3;
const leastLikeness = 0.3;

/**
 * Makes the function that finds registered hospitals with a similar name: shared characters and neighbouring pairs
 * of the distinguishing part (without 医院), so that a mistyped character of a two-character name still finds it.
 */
export function nearNames(register: readonly RegisteredHospital[]): (bare: string) => Suggestion[] {
  const entries = register
    .filter((hospital) => !hospital.disabled && hospital.kind === 'hospital')
    .flatMap((hospital) =>
      [hospital.name, ...hospital.aliases].map((text) => ({ hospital, grams: gramsOf(readName(text).bare) })),
    );
  const byGram = new Map<string, number[]>();
  entries.forEach(({ grams }, at) => {
    for (const gram of grams) {
      const there = byGram.get(gram);
      if (there) there.push(at);
      else byGram.set(gram, [at]);
    }
  });
  // What many names share (区, 人民) tells nothing and would cost most.
  const tooMany = Math.max(40, entries.length / 10);
  const shared = new Uint16Array(entries.length);

  return (bare) => {
    const wanted = gramsOf(bare);
    const touched: number[] = [];
    for (const gram of wanted) {
      const holders = byGram.get(gram) ?? [];
      if (holders.length <= tooMany)
        for (const at of holders) {
          if (shared[at] === 0) touched.push(at);
          shared[at] = (shared[at] ?? 0) + 1;
        }
    }
    const best = new Map<RegisteredHospital, number>();
    for (const at of touched) {
      const count = shared[at] ?? 0;
      shared[at] = 0;
      const entry = entries[at];
      if (!entry) continue;
      const likeness =
        count / Math.min(wanted.size, entry.grams.size) / 2 + count / (wanted.size + entry.grams.size);
      if (likeness >= leastLikeness)
        best.set(entry.hospital, Math.max(likeness, best.get(entry.hospital) ?? 0));
    }
    return [...best]
      .sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1))
      .slice(0, atMost)
      .map(([{ id, name }]) => ({ id, name }));
  };
}

/** Single characters and neighbouring pairs of the distinguishing part. */
function gramsOf(bare: string): Set<string> {
  const core = [...(bare.replace(/(医院|研究所|卫生院|中心)$/u, '') || bare)];
  return new Set([...core, ...core.slice(1).map((sign, at) => `${core[at]}${sign}`)]);
}
