import { broken, legal } from './investigation.sample.ts';
import type { RectificationOrder } from './rectification-order.ts';

export const rectificationOrderSample: RectificationOrder = {
  ...legal,
  number: '京卫医改〔2026〕5号',
  facts:
    '2026年10月18日至11月10日，你单位门诊收费系统未停用改革时已经取消的项目，向41人次收取费用合计123元。',
  evidence: ['现场检查笔录', '门诊票据4张', '收费明细', '询问笔录'],
  broken: [broken],
  basis: [{ law: '中华人民共和国行政处罚法', article: '第二十八条第一款' }],
  demands: [
    { text: '停止收取已经取消的项目，并由专人复核停用清单', by: '2026-11-25' },
    { text: '将已收取的费用逐笔退还患者，无法退还的单独记账', by: '2026-12-10' },
    { text: '建立系统升级后收费项目核对制度', by: '2026-12-10' },
  ],
  reportBy: '2026-12-15',
  consequence: '逾期不改正或者整改不到位的，本机关将依法处理。',
  review: '某市人民政府',
  court: '某区人民法院',
  annexes: ['整改事项清单'],
  date: '2026-11-23',
};
