import type { ClosingReport } from './closing-report.ts';
import { legal } from './investigation.sample.ts';

export const closingReportSample: ClosingReport = {
  ...legal,
  number: '2026-0003-9',
  caseNumber: '案〔2026〕3号',
  filedOn: '2026-11-13',
  decision: '警告，罚款10000元（京卫医罚〔2026〕1号，2026年12月21日）。',
  performance: '2026年12月28日足额缴款，凭证号0001；退费41人次123元，凭证齐全；整改经复查合格。',
  remedies: '期满未申请行政复议，未提起行政诉讼。',
  archive: ['立案审批表', '询问笔录', '告知书及送达回证', '决定书及送达回证', '缴款凭证', '复查记录'],
  opinion: '建议结案。',
  date: '2027-01-08',
};
