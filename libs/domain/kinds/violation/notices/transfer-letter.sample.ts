import { legal } from './investigation.sample.ts';
import type { TransferLetter } from './transfer-letter.ts';

export const transferLetterSample: TransferLetter = {
  ...legal,
  number: '京卫函〔2026〕31号',
  receiver: '某市医疗保障局',
  facts: '该院2026年9月将住院患者一次住院分为两次结算11人次，涉及医疗保障基金支付86,000元。',
  reason: '上述行为涉嫌违反医疗保障基金使用规定，属于你单位职责。',
  basis: [
    { law: '中华人民共和国行政处罚法', article: '第二十七条' },
    { law: '医疗保障基金使用监督管理条例', article: '第三十八条' },
  ],
  materials: ['线索登记表', '病案首页复印件22份', '结算单22份', '询问笔录2份'],
  date: '2026-11-27',
};
