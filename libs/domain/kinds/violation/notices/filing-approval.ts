import type { z } from 'zod';
import { formFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { clause, clauseWords, legalFields, officers } from './party.ts';

const opinion = (who: string) =>
  group(`${who}意见`, {
    text: words(`${who}意见`),
    by: words('签字人').optional(),
    on: dayOf('签字日期').optional(),
  });

export const filingApprovalData = group('立案审批表', {
  ...legalFields,
  /** 案件来源 */
  source: words('案件来源'),
  facts: words('初步查明的事实'),
  suspected: list('涉嫌违反的条款', clause).min(1, '缺少涉嫌违反的条款。'),
  jurisdiction: words('管辖依据'),
  officers,
  opinions: group('审批意见', {
    officers: opinion('承办人'),
    section: opinion('科室'),
    head: opinion('负责人'),
  }),
});
export type FilingApproval = z.infer<typeof filingApprovalData>;

/** 立案审批表 (行政处罚法第42条、第54条第2款); the 90 days of 第60条 begin with its approval. */
export function filingApproval(data: FilingApproval): NoticeContent {
  const { officers: by, section, head } = data.opinions;
  const signed = ({ text, by: name, on }: typeof head) => ({ text, by: name ?? '', on: on ?? '' });
  return {
    frame: formFrame(data),
    fields: {
      ...data,
      suspected: data.suspected.map(clauseWords),
      officers: data.officers.map(({ name, certificate }) => `${name}（${certificate}）`),
      opinions: { officers: signed(by), section: signed(section), head: signed(head) },
    },
  };
}
