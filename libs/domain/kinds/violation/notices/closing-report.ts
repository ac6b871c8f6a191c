import type { z } from 'zod';
import { formFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { legalFields } from './party.ts';

export const closingReportData = group('结案报告', {
  ...legalFields,
  caseNumber: words('案号'),
  filedOn: dayOf('立案日期'),
  decision: words('处理决定'),
  /** With vouchers. */
  performance: words('履行情况'),
  remedies: words('复议和诉讼情况'),
  archive: list('归档材料', words('归档材料')),
  opinion: words('承办人意见'),
});
export type ClosingReport = z.infer<typeof closingReportData>;

/** 结案报告. */
export const closingReport = (data: ClosingReport): NoticeContent => ({
  frame: formFrame(data),
  fields: { ...data },
});
