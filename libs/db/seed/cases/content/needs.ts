const needs = [
  '一是退费流程需要重新梳理，希望学习试点医院“当日退、原路退”的做法；二是信息系统切换没有经验，希望提供切换脚本并派工程师现场指导；三是窗口人员对新收费项目不熟，希望共享培训课件。',
  '慢病患者复诊多、开药量大，希望试点医院在药价对比查询、用药咨询和长处方解释方面给予指导；同时请帮助测算改革后收支结构的变化。',
  '本院老年患者比例高，自助设备使用率低，希望学习门诊服务中心和导医的组织办法；绩效考核办法需要修订，请提供试点医院两轮修订的文本和经验。',
];
const problems = [
  '收费系统由两家公司维护，接口责任不清；导医人员不足；监测数据靠手工汇总，不能按日上报。',
  '药品调价对比表尚未建立；医保接口改造需要厂商排期；部分医生对医事服务费的解释不统一。',
  '夜间急诊无专人值守信息系统；宣传材料偏少；职工对绩效调整有顾虑，需要加强沟通。',
];

/** Figures of the month before the pairing, for comparison later; invented. */
export const needsForm = (hospital: number) => ({
  needs: needs[hospital % needs.length],
  problems: problems[hospital % problems.length],
  baseline: [
    { item: '门诊人次（上月）', value: 42_600 + hospital * 3_710, unit: '人次' },
    { item: '出院人次（上月）', value: 1_480 + hospital * 163, unit: '人次' },
    { item: '门诊次均费用', value: 386 + hospital * 7, unit: '元' },
    { item: '住院次均费用', value: 15_200 + hospital * 410, unit: '元' },
    { item: '药占比', value: 31 + (hospital % 9), unit: '%' },
  ],
});
