import type { FilingApproval } from './filing-approval.ts';
import { broken, legal, officers } from './investigation.sample.ts';

export const filingApprovalSample: FilingApproval = {
  ...legal,
  number: '2026-0003',
  source: '现场核查发现（核查〔2026〕9号）',
  facts:
    '2026年11月10日现场核查时抽查门诊票据30张，其中4张仍收取改革时已经取消的项目，合计12元。\n该院收费系统中该项目未停用。',
  suspected: [broken],
  jurisdiction: '当事人执业登记机关为本机关，违法行为发生地在本辖区。',
  officers,
  opinions: {
    officers: { text: '建议立案调查。', by: '李明远', on: '2026-11-12' },
    section: { text: '同意，请领导审批。', by: '孙喆', on: '2026-11-12' },
    head: { text: '同意立案。', by: '赵启明', on: '2026-11-13' },
  },
  date: '2026-11-13',
};
