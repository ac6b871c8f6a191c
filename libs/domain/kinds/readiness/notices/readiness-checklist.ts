import { z } from 'zod';
import { formFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';

const results = { met: '达标', 'not-met': '不达标', 'not-applicable': '不适用' } as const;

export const readinessChecklistData = group('改革启动准备情况检查表', {
  number: words('编号').optional(),
  issuer: words('主管部门'),
  programme: words('改革名称'),
  hospital: words('医院'),
  launch: words('启动时刻'),
  checkedOn: dayOf('检查日期'),
  items: list(
    '检查项目',
    group('一个项目', {
      area: words('领域'),
      item: words('项目'),
      standard: words('标准'),
      evidence: words('证据'),
      result: z.enum(['met', 'not-met', 'not-applicable'], '结果应为met、not-met或者not-applicable。'),
      problem: words('问题和整改期限').optional(),
    }),
  ).min(1, '缺少检查项目。'),
  checkers: list('检查人', words('检查人')).min(2, '检查人不得少于两人。'),
  date: dayOf('日期'),
});
export type ReadinessChecklist = z.infer<typeof readinessChecklistData>;

/** 改革启动准备情况检查表: item by item against its standard; the head of the hospital signs. */
export function readinessChecklist(data: ReadinessChecklist): NoticeContent {
  const items = data.items.map(({ result, problem = '', ...item }) => ({
    ...item,
    problem,
    result: results[result],
  }));
  const count = (result: keyof typeof results) => data.items.filter((item) => item.result === result).length;
  return {
    frame: formFrame(data),
    fields: { ...data, items, met: count('met'), notMet: count('not-met'), none: count('not-applicable') },
  };
}
