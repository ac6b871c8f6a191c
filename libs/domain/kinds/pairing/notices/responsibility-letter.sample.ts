import { coreAreas } from '../areas.ts';
import type { ResponsibilityLetterData } from './responsibility-letter.ts';

const names = ['陈堃', '王䶮', '李𬱖', '赵镕', '孙喆', '周珺'];

/** One pair of source 000; the people are invented. */
export const responsibilityLetterSample: ResponsibilityLetterData = {
  bureau: '北京市医院管理局',
  title: '医药分开综合改革“手拉手”帮带',
  basis: '北京市人民政府关于印发《医药分开综合改革实施方案》的通知（京政发〔2017〕11号）',
  from: '2017-03-22',
  to: '2017-12-31',
  pilot: { name: '首都医科大学附属北京友谊医院', lead: '陈堃', signedBy: '陈堃', signedOn: '2017-04-18' },
  assisted: { name: '首都医科大学宣武医院', lead: '王䶮', signedBy: '王䶮', signedOn: '2017-04-19' },
  areas: coreAreas.map((code, index) => ({
    code,
    pilotContact: `${names[index]} 主任 010-0000000${index}`,
    assistedContact: index === 5 ? undefined : `${names[5 - index]} 副主任 010-0000001${index}`,
  })),
  date: '2017-04-19',
};
