import type { RehearsalBody } from '../../api/bureau-types.ts';

export type Assumed = Omit<RehearsalBody, 'listId' | 'campaignId'>;
type Answering = Assumed['hospitals'];

const answering = (latePercent: number, lateWorkingDays: number, neverPercent: number): Answering => ({
  ...{ latePercent, lateWorkingDays, neverPercent, earlyWorkingDays: 1 },
});

/** Plain choices; their numbers can be tuned. */
export const presets = {
  mostly: {
    label: '多数按时',
    hospitals: answering(10, 2, 0),
    bureau: answering(5, 2, 0),
    negativePercent: 3,
  },
  slow: {
    label: '有人拖延',
    hospitals: answering(30, 4, 1),
    bureau: answering(15, 3, 0),
    negativePercent: 6,
  },
  // Each todo draws its own lot: three in a hundred unanswered stops a third of all pairs on their way.
  silent: {
    label: '不少不答',
    hospitals: answering(30, 6, 3),
    bureau: answering(20, 4, 1),
    negativePercent: 10,
  },
} as const;
export type Preset = keyof typeof presets;

export function assumedBy(preset: Preset, kept: Pick<Assumed, 'seed' | 'silentOrgs' | 'signOn'>): Assumed {
  const { hospitals, bureau, negativePercent } = presets[preset];
  return { ...kept, hospitals, bureau, negativePercent };
}

/** The choice whose numbers these are, if they were not tuned. */
export const presetOf = ({ hospitals, bureau, negativePercent }: Assumed): Preset | undefined =>
  (Object.keys(presets) as Preset[]).find((one) => {
    const { label: _, ...numbers } = presets[one];
    return JSON.stringify(sorted(numbers)) === JSON.stringify(sorted({ hospitals, bureau, negativePercent }));
  });

const sorted = (value: object): unknown =>
  Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]: [string, unknown]) => [key, typeof part === 'object' && part ? sorted(part) : part]);

const percentOf = ({ latePercent, neverPercent }: Answering): number => 100 - latePercent - neverPercent;

export const answeringText = (who: string, one: Answering): string =>
  `${who}${percentOf(one)}%按时（提前${one.earlyWorkingDays}个工作日），${one.latePercent}%晚${one.lateWorkingDays}个工作日，${one.neverPercent}%一直不答`;

/** What is wrong with the numbers before they are sent. */
export function faultOf({ hospitals, bureau }: Assumed): string | undefined {
  const whose = percentOf(hospitals) < 0 ? '医院' : percentOf(bureau) < 0 ? '主管部门' : undefined;
  return whose && `${whose}拖延和一直不答的比例合计不能超过100%。`;
}
