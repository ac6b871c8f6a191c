import type { StrikeOffForm } from './strike-off-form.ts';

export const strikeOffFormSample: StrikeOffForm = {
  number: '2026-0010',
  issuer: '北京市医院管理局',
  item: '台账〔2026〕10号',
  problem: '常用药对比表中36种药本院与试点医院规格不同，无法直接套用。',
  owner: '首都医科大学附属北京朝阳医院 药事部 王䶮',
  due: '2026-11-20',
  demand: '逐一核对规格，形成可以直接使用的对比表。',
  measures: '组织药师逐一核对，换算后重新制表，由两人复核签字。',
  evidence: ['新对比表', '复核记录'],
  onSite: '抽查12种药，规格与价格均与院内系统一致。',
  checkers: ['李明远', '孙喆'],
  result: 'struck-off',
  reason: '措施到位，抽查无差错。',
  date: '2026-11-23',
};
