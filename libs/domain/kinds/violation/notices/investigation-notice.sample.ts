import { legal, officers } from './investigation.sample.ts';
import type { InvestigationNotice } from './investigation-notice.ts';

export const investigationNoticeSample: InvestigationNotice = {
  ...legal,
  number: '京卫医调〔2026〕3号',
  basis: [{ law: '中华人民共和国行政处罚法', article: '第五十五条' }],
  on: '2026-11-20',
  at: '09:30',
  place: '某市第九医院行政楼第三会议室',
  bring: ['2026年9月以来门诊收费明细', '收费项目调整和停用的审批记录', '收费系统维护人员名单'],
  officers,
  date: '2026-11-16',
};
