import type { DeadlineRule } from '../../deadline.ts';

const row = (code: string, label: string, count: number): DeadlineRule => ({
  code: `supervision.${code}`,
  label,
  from: '2017-01-01',
  ground: '程序说明§4（产品默认值，可由主管部门调整）',
  mark: 'default',
  unit: 'WD',
  count,
  roll: true,
});

/** By when the papers of a ladder demand what is late; they open no clock of their own, the old one runs on. */
export const paperLimits: DeadlineRule[] = [
  row('answer-urge-letter', '催办函要求的办结时限', 3),
  row('answer-supervision-letter', '督办函要求的办结时限', 5),
  row('answer-interview-notice', '约谈后的办结时限', 5),
  row('answer-work-circular', '工作通报要求的办结时限', 5),
];
