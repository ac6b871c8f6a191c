import type {
  Circular,
  GeneralLetter,
  GeneralNotice,
  InstructionRequest,
  MeetingMinutes,
  SituationReport,
  SupervisionNotice,
} from './general.ts';

const issuer = '北京市医院管理局';
const base = { issuer, annexes: [], printedBy: `${issuer}办公室`, date: '2026-11-23' };
const hospitals = ['各市属医院'];

/** Figures are invented; the matter is that of source 003. */
export const circularSample: Circular = {
  ...base,
  number: '京医管督〔2026〕6号',
  title: '改革启动准备情况',
  addressees: hospitals,
  copies: ['市卫生健康委', '市医疗保障局'],
  opening: '11月10日至20日，我局对22家市属医院改革启动准备情况进行了检查。现将有关情况通报如下：',
  sections: [
    { heading: '总体情况', text: '19家医院全部达标，3家医院各有1项未达标，均已列入台账限期整改。' },
    { heading: '存在的问题', text: '一是个别医院价格表导入后未逐行核对。\n二是夜间切换演练次数不足。' },
    { heading: '工作要求', text: '请各单位举一反三，于11月30日前完成自查；未达标项目由单位主要负责人负责。' },
  ],
  checkedBy: '周珺',
};
export const supervisionNoticeSample: SupervisionNotice = {
  ...base,
  number: '京医管督〔2026〕7号',
  title: '改革启动前未达标事项',
  addressees: hospitals,
  copies: [],
  opening: '根据检查情况，对以下未达标事项实施督办。现将有关事项通知如下：',
  sections: [{ heading: '督办事项', text: '共3项，内容、责任单位和时限见附件。' }],
  tasks: [
    {
      task: '价格表逐行核对并报送差异说明',
      unit: '首都医科大学附属北京潞河医院',
      person: '陈堃',
      by: '2026-11-30',
    },
    { task: '补做一次夜间切换和回退演练', unit: '北京市垂杨柳医院', person: '王䶮', by: '2026-12-04' },
    { task: '退费应急预案重新演练', unit: '北京市隆福医院', person: '赵镕', by: '2026-12-04' },
  ],
  report: '每周五在督行系统报送进展',
  contact: '改革发展处 马䶮，010-00000000',
};
const contact = '改革发展处 马䶮，010-00000000';
export const generalNoticeSample: GeneralNotice = {
  ...base,
  number: '京医管发〔2026〕18号',
  title: '做好改革启动当日值守工作',
  annexes: [
    {
      title: '改革启动当日值守安排',
      text: '一、值守时间\n11月30日22时至12月1日24时。\n二、值守职责\n（一）带班领导。统一指挥，突发情况10分钟内到场。\n（二）专班人员。逐项确认切换结果，逐小时登记。\n1.收费窗口由财务科负责。\n2.信息系统由信息科负责。',
    },
  ],
  addressees: hospitals,
  copies: ['市卫生健康委'],
  opening: '为确保改革启动当日各项工作平稳有序，现就值守工作有关事项通知如下：',
  sections: [
    { heading: '值守安排', text: '11月30日22时至12月1日24时，各医院主要负责人在院带班，专班人员在岗值守。' },
    { heading: '信息报送', text: '每两小时通过督行系统报送一次运行情况；突发情况立即电话报告。' },
  ],
  contact,
};
export const generalLetterSample: GeneralLetter = {
  ...base,
  number: '京医管函〔2026〕5号',
  title: '商请支持改革启动期间医保结算保障工作',
  addressees: ['市医疗保障局'],
  copies: [],
  opening: '市属医院定于12月1日零时同步实施改革。现就启动期间医保结算保障工作商请如下：',
  paragraphs:
    '请贵局安排专人于启动当日值守，协助处理结算接口异常。\n请贵局指导各区经办机构做好跨区结算的政策解释。',
  ending: '特此函商，请予支持为盼。',
  contact,
};
const upward = { ...base, addressee: '市卫生健康委', signers: ['赵启明'] };
export const situationReportSample: SituationReport = {
  ...upward,
  number: '京医管报〔2026〕4号',
  title: '市属医院改革启动准备工作情况',
  opening: '按照市卫生健康委的部署，我局组织22家市属医院完成了改革启动前的各项准备。现将有关情况报告如下：',
  sections: [
    { heading: '准备工作情况', text: '制定应急预案22套，组织演练47次，其中夜间演练24次。' },
    { heading: '存在的困难', text: '个别医院与区级平台的数据对接尚未稳定。' },
    { heading: '下一步工作', text: '启动当日实行24小时值守，每两小时汇总一次运行情况。' },
  ],
};
export const instructionRequestSample: InstructionRequest = {
  ...upward,
  number: '京医管请〔2026〕2号',
  title: '调整两家医院切换时间',
  opening: '因院区供电改造，两家医院难以在原定时间完成系统切换。现就调整切换时间请示如下：',
  sections: [
    { heading: '调整意见', text: '将两家医院的切换时间由12月1日零时调整为12月2日零时，其他安排不变。' },
  ],
  contact: '改革发展处 马䶮，010-00000000',
};
export const meetingMinutesSample: MeetingMinutes = {
  ...base,
  number: '第12期',
  name: '改革领导小组会议纪要',
  title: '关于改革启动准备工作的会议纪要',
  opening: '会议听取了准备工作情况汇报，议定事项如下：',
  sections: [
    { heading: '关于未达标事项', text: '由改革发展处督办，11月30日前办结。' },
    { heading: '关于值守安排', text: '11月30日22时起，领导小组成员单位派员到指挥中心值守。' },
  ],
  heldOn: '2026-11-21',
  place: '第一会议室',
  host: '赵启明',
  present: ['赵启明', '马䶮', '孙喆'],
  absent: ['周珺'],
  attending: ['李明远'],
  copies: ['市卫生健康委'],
};
