import type { z } from 'zod';
import { fullDay } from '../../../day.ts';
import { legalFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { clause, clauseWords, legalFields, officers } from './party.ts';

export const investigationNoticeData = group('调查通知书', {
  ...legalFields,
  basis: list('调查依据', clause).min(1, '缺少调查依据。'),
  on: dayOf('调查日期'),
  /** Shanghai `HH:mm`. */
  at: words('调查时间'),
  place: words('调查地点'),
  bring: list('需要携带的材料', words('材料')),
  officers,
});
export type InvestigationNotice = z.infer<typeof investigationNoticeData>;

/** 调查通知书 (行政处罚法第55条): who comes, when, what to have ready, and the right to ask for 回避. */
export function investigationNotice(data: InvestigationNotice): NoticeContent {
  return {
    frame: legalFrame({ ...data, addressees: [data.party.name] }),
    fields: { ...data, basis: data.basis.map(clauseWords), on: fullDay(data.on) },
  };
}
