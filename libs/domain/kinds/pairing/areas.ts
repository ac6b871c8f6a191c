/**
 * The work areas of a pair and what is worked on in each, in our own short words.
 * Source 000 (京医管改〔2017〕21号) 三 (一)–(六); 医保 and 安保 are named there as further fields.
 */
export interface WorkArea {
  code: string;
  label: string;
  extra: boolean;
  items: { code: string; label: string }[];
}

const area = (code: string, label: string, items: Record<string, string>, extra = false): WorkArea => ({
  code,
  label,
  extra,
  items: Object.entries(items).map(([item, text]) => ({ code: `${code}.${item}`, label: text })),
});

export const workAreas: readonly WorkArea[] = [
  area('medical', '医疗工作', {
    emergency: '应急预案与演练',
    order: '门诊秩序与政策咨询',
    service: '门诊服务中心与导医',
    monitoring: '工作量、效率与费用监测',
    quality: '诊疗规范与质量安全',
  }),
  area('finance', '财务（含物价）', {
    charging: '收费系统调整',
    prices: '价格公示',
    refunds: '退费流程',
    impact: '经营影响监测与前后对比报告',
  }),
  area('it', '信息化', {
    switch: '系统改造与平稳切换',
    emergency: '信息应急预案与演练',
    data: '监测平台数据传输与质量',
  }),
  area('publicity', '宣传', {
    plan: '宣传方案',
    channels: '对内对外多渠道宣传',
    opinion: '舆情监测与处置',
    cases: '典型经验挖掘',
  }),
  area('pharmacy', '药学（药事）', {
    comparison: '药价与用量对比查询、解释',
    rational: '药事规范与合理用药',
    pharmacists: '药师队伍管理与转型',
    advice: '用药咨询与指导',
  }),
  area('performance', '内部绩效管理', {
    appraisal: '考核与分配机制修订',
    voices: '医务人员意见建议',
  }),
  area('insurance', '医保', { policy: '医保政策衔接' }, true),
  area('security', '安保', { order: '秩序与安全保卫' }, true),
];

export const areaCodes = workAreas.map((one) => one.code) as [string, ...string[]];
export const coreAreas = workAreas.filter((one) => !one.extra).map((one) => one.code);
/** Codes of every item in these areas: a plan names each of them. */
export const itemsOf = (areas: readonly string[]): string[] =>
  workAreas.filter((one) => areas.includes(one.code)).flatMap((one) => one.items.map((item) => item.code));
export const areaLabel = (code: string): string => workAreas.find((one) => one.code === code)?.label ?? code;
export const itemLabel = (code: string): string =>
  workAreas.flatMap((one) => one.items).find((item) => item.code === code)?.label ?? code;

/** The code of a named item; undefined for one that the hospitals add themselves. */
export const itemCode = (area: string, label: string): string | undefined =>
  workAreas.find(({ code }) => code === area)?.items.find((item) => item.label === label)?.code;
