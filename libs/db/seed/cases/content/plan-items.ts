import type { Day } from '#domain/day';
import type { Side } from '#domain/kinds/pairing/state';
import { itemLabel } from '#domain/kinds/pairing/areas';
import { contactOf } from './contacts.ts';

/** What source 000 asks to be worked on, as two hospitals would word it: measure, how it goes, what came out. */
interface Work {
  code: string;
  side: Side;
  measure: string;
  under: string;
  done: string;
}
const areaOf = (code: string): string => code.split('.')[0] ?? '';
const work = (code: string, side: Side, measure: string, under: string, done: string): Work => ({
  code,
  side,
  measure,
  under,
  done,
});

/** In the order of the work areas; items of every demo plan are numbered by it, from 1. */
export const works: readonly Work[] = [
  work(
    'medical.emergency',
    'assisted',
    '对照试点医院预案修订本院应急预案，组织两次全流程演练，其中一次在夜间。',
    '预案已经院长办公会讨论；首次演练发现退号窗口排队过长，正在调整。',
    '两次演练完成，发现的9个问题全部整改，预案已印发各科室。',
  ),
  work(
    'medical.order',
    'assisted',
    '门诊大厅分区引导，设政策咨询席和投诉处理点，安保与医务联动值守。',
    '分区标识已安装，值守排班表已下发。',
    '启动首周秩序平稳，投诉41件全部当日回复。',
  ),
  work(
    'medical.service',
    'assisted',
    '扩充门诊服务中心职能，设改革咨询台，导医增至12人，培训后上岗。',
    '咨询台已设置，导医培训完成两期。',
    '门诊服务中心增设咨询、退费引导和老年人协助三项职能，运行平稳。',
  ),
  work(
    'medical.monitoring',
    'assisted',
    '建立工作量、次均费用日监测表，异常当日分析。',
    '监测表已试运行，暂按周汇总。',
    '日监测表运行稳定，已形成四期分析。',
  ),
  work(
    'medical.quality',
    'pilot',
    '试点医院医务处来院点评病历和处方各一百份，反馈共性问题。',
    '已点评病历60份。',
    '点评完成，反馈问题18条，均已纳入科室质控。',
  ),
  work(
    'finance.charging',
    'assisted',
    '按新项目目录调整收费系统，价表由双人逐条核对，停用项目一并处理。',
    '已核对项目3200余条，差异27条正与试点医院确认。',
    '价表核对完毕，差异全部处理，模拟收费200笔无差错。',
  ),
  work(
    'finance.prices',
    'assisted',
    '收费处、药房、自助机和官网同步公示新价格，专人每日核对。',
    '收费处和药房已公示，官网页面在制作。',
    '四处公示全部完成，抽查50项无误。',
  ),
  work(
    'finance.refunds',
    'pilot',
    '派财务骨干驻点三天，帮助梳理退费流程，提供试点期间退费案例。',
    '已驻点一天，提供案例15个。',
    '驻点指导完成，退费环节由7个减为4个，当日退费可办结。',
  ),
  work(
    'finance.impact',
    'assisted',
    '测算改革前后收支结构变化，按月形成对比报告。',
    '测算模型已建立，正在导入去年同期数据。',
    '首月对比报告完成，已报院长办公会。',
  ),
  work(
    'it.switch',
    'assisted',
    '制定切换方案，完成挂号、收费、医保接口和自助机改造，做零点切换演练。',
    '接口改造完成八成，自助机程序在测试。',
    '零点切换演练两次均在40分钟内完成，回退步骤已验证。',
  ),
  work(
    'it.emergency',
    'assisted',
    '制定信息系统应急预案，演练断网和回退，手工收费物资到位。',
    '预案已定稿，断网演练一次。',
    '断网、回退演练各一次，回退用时52分钟。',
  ),
  work(
    'it.data',
    'assisted',
    '按要求向医改监测平台传数，先试传两周，逐日核对。',
    '已试传一周，门诊次均费用口径与平台有出入，正在核对。',
    '连续两周传数完整，差错率为零。',
  ),
  work(
    'publicity.plan',
    'assisted',
    '制定宣传方案，准备大屏、折页、问答手册，窗口人员人人过关。',
    '折页和问答手册已印制，窗口人员测试通过率88%。',
    '宣传材料全部到位，窗口人员测试通过率100%。',
  ),
  work(
    'publicity.channels',
    'assisted',
    '大屏、宣传栏、公众号、院内广播同步宣传，病区讲解到床旁。',
    '大屏和公众号已更新，病区讲解过半。',
    '五种渠道全部覆盖，发放折页1.2万份。',
  ),
  work(
    'publicity.opinion',
    'assisted',
    '专人监测舆情，按时报送，敏感事件一小时内处置。',
    '监测专人到位，值班电话已公布。',
    '启动以来处置舆情7起，均在一小时内回应。',
  ),
  work(
    'pharmacy.comparison',
    'pilot',
    '提供药价前后对比查询模板，指导帮带医院制作本院常用药对比表。',
    '模板已提供，常用药300种的对比表完成一半。',
    '常用药对比表上线，患者可在自助机和公众号查询。',
  ),
  work(
    'pharmacy.rational',
    'pilot',
    '试点医院临床药师参与处方点评，指导修订辅助用药目录。',
    '目录初稿已完成，处方点评一次。',
    '目录修订印发，不合理处方率下降2.3个百分点。',
  ),
  work(
    'pharmacy.pharmacists',
    'assisted',
    '选派4名药师到试点医院进修一个月，返院承担药学查房。',
    '两名药师正在进修。',
    '4名药师进修结束，3个病区开展药学查房。',
  ),
  work(
    'pharmacy.advice',
    'assisted',
    '开设用药咨询门诊，每周三个半天，配备两名主管药师。',
    '咨询门诊已试开，日均接待11人次。',
    '用药咨询门诊固定开诊，累计接待230人次。',
  ),
  work(
    'performance.appraisal',
    'assisted',
    '修订绩效考核办法，降低收入类指标权重，向一线倾斜，征求职工意见。',
    '办法初稿已征求两轮意见，收到建议46条。',
    '新办法经职代会通过，自下月起执行。',
  ),
  work(
    'performance.voices',
    'assisted',
    '设意见箱和线上问卷，每月一次职工座谈，意见逐条答复。',
    '问卷回收420份，座谈一次。',
    '收集意见63条，答复率100%。',
  ),
  work(
    'insurance.policy',
    'pilot',
    '共同梳理医保结算衔接问题，编写窗口解释口径。',
    '已梳理问题12个，口径初稿在审。',
    '口径印发，结算投诉较改革首周下降六成。',
  ),
];

export const itemId = (code: string): string => String(works.findIndex((one) => one.code === code) + 1);
export const workOf = (id: string): Work => {
  const found = works[Number(id) - 1];
  if (!found) throw new Error(`no plan item ${id}`);
  return found;
};

/** Named in every plan as not applying: the campaign's first hospitals have yet to show what is typical. */
const notApplying = ['publicity.cases'];

/** The plan as submitted: every item of its areas, each with its day. */
export const planForm = (hospitals: Record<Side, number>, dueOf: (code: string) => Day) => ({
  items: [
    ...works.map(({ code, side, measure }) => {
      const person = contactOf(areaOf(code), hospitals[side]).name;
      return { area: areaOf(code), code, item: itemLabel(code), side, person, measure, due: dueOf(code) };
    }),
    ...notApplying.map((code) => ({ area: areaOf(code), code, item: itemLabel(code), side: 'none' })),
  ],
});
