import fc from 'fast-check';

export const parts = ['worker', 'api', 'temporal', 'postgres'] as const;
export type PartName = (typeof parts)[number];

/** When a kill comes, after the one before it: none waits until the part killed before is back at work. */
const moments = ['at once', 'when its loss shows', 'while it starts'] as const;
export interface Kill {
  /** `everything`: the supervisor and all its parts, as a power cut does; then the product is started again. */
  part: PartName | 'supervisor' | 'everything';
  when: (typeof moments)[number];
}

/** What is waited for before the next round: health, answers to clients, or nothing. */
const pauses = ['all is well', 'acts are answered', 'it starts'] as const;
export interface Round {
  kills: Kill[];
  then: (typeof pauses)[number];
}

const kill = (part: Kill['part'], when: Kill['when']): Kill => ({ part, when });
const together = (...names: PartName[]): Kill[] => names.map((part) => kill(part, 'at once'));
const inTurn = (first: PartName, then: PartName): Kill[] => [
  kill(first, 'at once'),
  kill(then, 'when its loss shows'),
];
const whileStarting = (part: PartName): Kill[] => [
  kill(part, 'at once'),
  kill(part, 'while it starts'),
  kill(part, 'while it starts'),
];

const everyOrder = fc.shuffledSubarray([...parts], { minLength: parts.length });
const anyMoment = fc.constantFrom(...moments);
/** Always among the rounds, in whatever order. */
const always: Kill[][] = [
  together('postgres', 'worker'),
  inTurn('temporal', 'api'),
  inTurn('postgres', 'temporal'),
  whileStarting('worker'),
  whileStarting('postgres'),
  whileStarting('temporal'),
  [kill('everything', 'at once')],
  [kill('supervisor', 'at once')],
];
const allAtOnce = everyOrder.map((names) => together(...names));
const anything = fc
  .tuple(everyOrder, fc.integer({ min: 2, max: 3 }), fc.array(anyMoment, { minLength: 3, maxLength: 3 }))
  .map(([names, count, whens]) =>
    names.slice(0, count).map((part, at) => kill(part, whens[at] ?? 'at once')),
  );

const rounds: fc.Arbitrary<Round[]> = fc
  .tuple(allAtOnce, anything, anything, anything, anything)
  .chain((some) => fc.shuffledSubarray([...always, ...some], { minLength: always.length + some.length }))
  .chain((all) =>
    fc
      .array(fc.constantFrom(...pauses), { minLength: all.length, maxLength: all.length })
      .map((thens) => all.map((kills, at) => ({ kills, then: thens[at] ?? 'all is well' }))),
  );

/** The same seed, the same kills in the same order. */
export function scheduleOf(seed: number): Round[] {
  return fc.sample(rounds, { seed, numRuns: 1 })[0] ?? [];
}

const makers: readonly Kill['part'][] = ['worker', 'api', 'postgres'];

/** Rounds for those who make papers: what prepares, numbers, sets and stores them, so many rounds of it. */
export function paperScheduleOf(seed: number, count: number): Round[] {
  const alone = ({ kills }: Round): Round => ({
    kills: kills.filter(({ part }) => makers.includes(part)),
    then: 'acts are answered',
  });
  const several = scheduleOf(seed)
    .map(alone)
    .filter(({ kills }) => new Set(kills.map(({ part }) => part)).size > 1);
  // The typesetter lives and dies with its worker.
  const again = alone({ kills: whileStarting('worker'), then: 'it starts' });
  return [again, ...several].slice(0, count);
}

export const told = ({ kills, then }: Round): string =>
  `${kills.map(({ part, when }) => `${part} ${when}`).join(', ')}; next when ${then}`;
