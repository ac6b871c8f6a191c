import type { AdvanceNotice } from './advance-notice.ts';
import { broken, legal } from './investigation.sample.ts';

export const found = {
  facts:
    '2026年10月18日至11月10日，你单位门诊收费系统未停用改革时已经取消的项目，向41人次收取费用合计123元。',
  evidence: ['现场检查笔录', '门诊票据4张', '收费明细', '询问笔录'],
  broken: [broken],
  basis: [{ law: '医疗机构管理条例', article: '第四十六条' }],
  discretion: '鉴于你单位主动停收并退费，属于从轻情形。',
  penalties: [{ text: '警告' }, { text: '罚款人民币', fine: 1_000_000 }],
};

export const advanceNoticeSample: AdvanceNotice = {
  ...legal,
  ...found,
  number: '京卫医罚告〔2026〕1号',
  hearing: true,
  answerBy: '2026-12-02',
  answerDays: '5个工作日',
  how: '到本机关综合监督处当面提出，或者邮寄书面意见',
  date: '2026-11-25',
};
