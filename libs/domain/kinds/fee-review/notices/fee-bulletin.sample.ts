import type { FeeBulletin } from './fee-bulletin.ts';

/** Invented figures on the indicators that source 002 §四 asks for. */
export const feeBulletinSample: FeeBulletin = {
  number: '京医管督〔2026〕9号',
  issuer: '北京市医院管理局',
  period: '2026年第三季度',
  addressees: ['各市属医院'],
  indicators: [
    { name: '门诊次均费用', definition: '门诊医疗收入除以门诊人次', source: '医院财务报表、医院信息系统' },
    { name: '住院次均费用', definition: '住院医疗收入除以出院人次', source: '医院财务报表、病案首页' },
  ],
  rows: [
    {
      hospital: '首都医科大学附属北京友谊医院',
      indicator: '门诊次均费用',
      value: '486.20元',
      quarter: '+1.2%',
      year: '+3.4%',
      target: '≤4.0%',
    },
    {
      hospital: '首都医科大学附属北京友谊医院',
      indicator: '住院次均费用',
      value: '21,430.00元',
      quarter: '-0.8%',
      year: '+5.1%',
      target: '≤4.5%',
    },
    {
      hospital: '北京市隆福医院',
      indicator: '门诊次均费用',
      value: '398.75元',
      quarter: '+0.4%',
      year: '不可比',
      target: '≤4.0%',
    },
  ],
  over: ['首都医科大学附属北京友谊医院（住院次均费用）'],
  demands: '请超过目标的单位在10个工作日内分析原因、提出措施，通过督行系统报送说明。',
  dataDay: '2026-10-20',
  copies: ['市医疗保障局'],
  printedBy: '北京市医院管理局办公室',
  date: '2026-11-02',
};
