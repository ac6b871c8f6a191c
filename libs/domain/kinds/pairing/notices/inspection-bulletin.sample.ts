import { coreAreas } from '../areas.ts';
import type { InspectionBulletinData } from './inspection-bulletin.ts';

const scores = [92, 88, 75, 90, 84, 79];

/** One pair of source 000; figures and findings are invented. */
export const inspectionBulletinSample: InspectionBulletinData = {
  number: '京医管改〔2017〕46号',
  issuer: '北京市医院管理局',
  title: '医药分开综合改革“手拉手”帮带',
  phase: 'midterm',
  pilot: '首都医科大学附属北京友谊医院',
  assisted: '首都医科大学宣武医院',
  from: '2017-03-22',
  to: '2017-12-31',
  inspectedOn: '2017-08-10',
  scores: coreAreas.map((code, index) => ({ code, score: scores[index] ?? 80 })),
  findings:
    '双方按计划开展讲课4次、现场指导6次，联系人履职到位，门诊秩序平稳。\n信息系统应急预案虽已制定，尚未按计划组织第二次演练；内部绩效考核办法仍在征求意见。',
  demands: '一是尽快组织信息系统应急演练。\n二是在9月底前印发内部绩效考核办法。',
  reportBy: '2017-09-30',
  copies: ['市卫生计生委'],
  printedBy: '北京市医院管理局办公室',
  date: '2017-08-21',
};
