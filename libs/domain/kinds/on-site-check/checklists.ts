import { areaCodes, workAreas } from '../pairing/areas.ts';
import type { Day } from '../../day.ts';

export interface CheckItem {
  code: string;
  label: string;
}
/** Items that are chosen together. */
export interface CheckGroup {
  code: string;
  label: string;
  items: readonly CheckItem[];
}
/** A version holds from a day until the next one; a check keeps the version with which it was opened. */
export interface ChecklistVersion {
  version: number;
  from: Day;
  to?: Day;
  ground: string;
  groups: readonly CheckGroup[];
}

const group = (code: string, label: string, items: Record<string, string>): CheckGroup => ({
  code,
  label,
  items: Object.entries(items).map(([item, text]) => ({ code: `${code}.${item}`, label: text })),
});

const general: CheckGroup[] = [
  group('order', '就医秩序', {
    guide: '导医、分诊、咨询台在岗，标识清楚',
    windows: '挂号、收费窗口排队有人疏导，高峰时加开窗口',
    emergency: '急诊随到随诊，抢救通道畅通',
  }),
  group('charges', '收费与公示', {
    posted: '药品和服务项目价格在显著位置公示，与系统价格一致',
    list: '住院费用每日清单可查，门诊票据列明项目',
    refunds: '退费有流程、有时限、有登记',
  }),
  group('safety', '安全与应急', {
    fire: '消防通道畅通，器材在有效期内',
    duty: '总值班在岗，交接班记录完整',
    power: '停电、断网有预案，近半年演练过',
  }),
  group('complaints', '投诉处理', {
    channel: '投诉电话和接待地点公布，电话有人接听',
    closed: '投诉件按时办结并答复投诉人',
  }),
];

/** The work areas of source 000 (京医管改〔2017〕21号) and a general list. */
export const checklists: readonly ChecklistVersion[] = [
  {
    version: 1,
    from: '2017-01-01',
    ground: '京医管改〔2017〕21号三；通用部分为产品默认值，可由主管部门调整',
    groups: [...workAreas.map(({ code, label, items }) => ({ code, label, items })), ...general],
  },
];

export const groupCodes = [...areaCodes, ...general.map(({ code }) => code)] as [string, ...string[]];

export const checklistOn = (day: Day): ChecklistVersion => {
  const found = checklists.find(({ from, to }) => from <= day && (to === undefined || day < to));
  if (!found) throw new Error(`no checklist on ${day}`);
  return found;
};

export function groupsOf(version: number, codes: readonly string[]): CheckGroup[] {
  const list = checklists.find((one) => one.version === version);
  return (list?.groups ?? []).filter(({ code }) => codes.includes(code));
}
export const itemsOf = (version: number, codes: readonly string[]): CheckItem[] =>
  groupsOf(version, codes).flatMap(({ items }) => items);
export const itemLabelOf = (version: number, code: string): string =>
  checklists
    .find((one) => one.version === version)
    ?.groups.flatMap(({ items }) => items)
    .find((item) => item.code === code)?.label ?? code;
