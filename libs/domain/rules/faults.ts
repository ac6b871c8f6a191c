import { addDays, longDay, type Day } from '../day.ts';
import type { DeadlineRule } from '../deadline.ts';
import type { OfficeHours, Rung } from '../ladder.ts';
import type { NumberingRule } from '../numbering.ts';
import { holdsOn, periodFaults, type Rule } from '../rule.ts';
import type { ChainRule } from '../service/chain.ts';
import type { RouteRule } from '../signing.ts';
import type { ExtensionRule, SuspensionGround } from '../supervision/rules.ts';
import { stoppedLadder } from '../supervision/standing-still.ts';
import { merged, type Appended } from './append.ts';
import type { RuleRow, RuleRows, RuleTable } from './tables.ts';
import { decides } from './words.ts';

/** What keeps a proposal from being taken; which row, which field. */
export interface RuleFault {
  row: number;
  field: string;
  says: string;
}

type Said = [field: string, says: string];
const mostDaysAhead = 3 * 366;

function ofRung({ ladder, offsetWorkingDays: offset, everyWorkingDays, whom, paper }: Rung): Said[] {
  if (ladder === stoppedLadder)
    return whom === 'holder' && offset >= 1 && everyWorkingDays === offset
      ? []
      : [['everyWorkingDays', '中止期间按固定的间隔询问申请中止的人，请填写每满多少个工作日。']];
  const faults: Said[] = [];
  if (offset < 1 && decides(whom))
    faults.push(['whom', '到期之前只提醒承办人或者告知医院主要负责人；逾期之后才逐级上报。']);
  if (offset < 1 && everyWorkingDays !== undefined)
    faults.push(['everyWorkingDays', '到期之前的提醒只发一次；逾期之后才可以重复。']);
  if (decides(whom) && everyWorkingDays !== undefined)
    faults.push(['everyWorkingDays', '上报领导只报一次；需要再报的，另加一条。']);
  if (paper !== undefined && paper !== 'reminder' && !decides(whom))
    faults.push(['paper', '文书由领导审批后印发，只能附在上报领导的一条上。']);
  return faults;
}

function ofDeadline(row: DeadlineRule, now: DeadlineRule): Said[] {
  const { count, unit, fixedWeekday } = row;
  const weekly = now.fixedWeekday !== undefined;
  if (weekly !== (fixedWeekday !== undefined))
    return [
      weekly
        ? ['fixedWeekday', '这是每周固定日的期限，请选择星期几。']
        : ['fixedWeekday', '这项期限不是每周固定日的期限，请填写多少天。'],
    ];
  if (weekly) return [];
  if ((unit === 'H') !== (now.unit === 'H'))
    return [
      ['unit', unit === 'H' ? '这项期限从某一天起算，不能以小时计。' : '这项期限以小时计，不能改为天。'],
    ];
  if (now.count < 0 !== count < 0)
    return [['count', now.count < 0 ? '这项期限是提前多少天，请填负数。' : '请填写1以上的天数或月数。']];
  if (count === 0 && now.count !== 0) return [['count', '期限至少为1。']];
  const most = { WD: 250, CD: 1825, MO: 60, H: 720 }[unit];
  return Math.abs(count) > most ? [['count', `最多${most}，请核对。`]] : [];
}

function ofRoute({ stages }: RouteRule): Said[] {
  return stages.flatMap(({ signers, need }, index): Said[] =>
    need !== undefined && need > signers.length
      ? [[`stages.${index}.need`, `第${index + 1}步只有${signers.length}人签署，不能要求${need}人同意。`]]
      : [],
  );
}

const ofHours = ({ opens, closes }: OfficeHours): Said[] =>
  opens >= closes
    ? [['closes', '下班时间应晚于上班时间。']]
    : opens < '06:00' || closes > '22:00'
      ? [['opens', '办公时间应在06:00至22:00之间。']]
      : [];

const ofExtension = ({ code }: ExtensionRule, { deadline }: RuleRows): Said[] =>
  code === 'extension' || deadline.some((row) => code === `extension.${row.code}`)
    ? []
    : [['code', '没有这项期限，请从列表中选择。']];

function ofGround({ code, label, rules = [] }: SuspensionGround, from: Day, all: RuleRows): Said[] {
  const unknown = rules.find((one) => !all.deadline.some((row) => row.code === one));
  if (unknown !== undefined) return [['rules', '所选的期限中有一项不存在，请重新选择。']];
  const same = all.ground.some((row) => row.code !== code && row.label === label && holdsOn(row, from));
  return same ? [['label', '已有同名的中止事由。']] : [];
}

const ofNumbering = ({ form, letters }: NumberingRule): Said[] =>
  form === 'official' && !letters ? [['letters', '请填写机关代字，如“京医管督函”。']] : [];

/** 民事诉讼法第95条: what no other way could serve is published. */
const ofWay = ({ after, next }: ChainRule): Said[] =>
  next === 'public' && after !== 'post-returned'
    ? [['next', '其他方式无法送达的才能公告送达：只有邮寄被退回的，下一步可以是公告。']]
    : [];

/** Codes that something always needs: a row follows a row there, and none can end or begin. */
const fixed: readonly RuleTable[] = ['deadline', 'route', 'office-hours', 'numbering', 'way'];

function ofRow({ table, code, from, row }: Appended, all: RuleRows): Said[] {
  const now = all[table].find((one: Rule) => one.code === code && holdsOn(one, addDays(from, -1)));
  const known = all[table].some((one: Rule) => one.code === code);
  const mine = /^(reminders\.)?own-\d+$/.test(code) || code.startsWith('extension');
  if (!known && (fixed.includes(table) || !mine || !row)) return [['code', '没有这条规则，请从列表中选择。']];
  if (!row) {
    if (fixed.includes(table) || code === 'extension')
      return [['code', '一直要用到这条规则，只能另定新的规定，不能终止。']];
    return now ? [] : [['from', `${longDay(from)}前这条规则没有生效，不需要终止。`]];
  }
  switch (table) {
    case 'rung':
      return ofRung(row as Rung);
    case 'deadline':
      return now ? ofDeadline(row as DeadlineRule, now as DeadlineRule) : [];
    case 'extension':
      return ofExtension(row as ExtensionRule, all);
    case 'ground':
      return ofGround(row as SuspensionGround, from, all);
    case 'route':
      return ofRoute(row as RouteRule);
    case 'office-hours':
      return ofHours(row as OfficeHours);
    case 'numbering':
      return ofNumbering(row as NumberingRule);
    case 'way':
      return ofWay(row as ChainRule);
  }
}

/** What a row orders; the label of a rung and of a way is only made of it. */
function content({ from: _from, to: _to, ground: _ground, mark: _mark, label, ...rest }: RuleRow): string {
  const said = 'offsetWorkingDays' in rest || 'after' in rest ? rest : { ...rest, label };
  return JSON.stringify(Object.entries(said).sort());
}

/**
 * Not before tomorrow: what was decided this morning was decided by the rows of today, and must be found right by
 * whoever decides it again from the record.
 */
function ofDay({ table, code, from, row }: Appended, all: RuleRows, today: Day): Said[] {
  if (from <= today) return [['from', '生效日期最早为明天：今天已经办理的，都按今天的规定。']];
  if (from > addDays(today, mostDaysAhead)) return [['from', '生效日期最迟为三年以内。']];
  const now = all[table].find((one: Rule) => one.code === code && holdsOn(one, from));
  return row && now && content(row) === content(now)
    ? [['from', '与届时生效的规定完全相同，不需要再报。']]
    : [];
}

const needed: Record<string, string> = {
  default: '一般事项没有一条提醒承办人的规定，逾期将无人知道',
  reminders: '督办事项没有一条提醒承办人的规定，逾期将无人知道',
  [stoppedLadder]: '中止的期限没有一条询问的规定，中止将无人过问',
};

/** A ladder that is left without a rung urges nobody. */
function ofLadders(rungs: readonly Rung[], days: readonly Day[]): string | undefined {
  for (const [ladder, left] of Object.entries(needed))
    for (const day of days)
      if (
        !rungs.some(
          (rung) => (rung.ladder ?? 'default') === ladder && holdsOn(rung, day) && rung.whom === 'holder',
        )
      )
        return `${longDay(day)}起${left}；请至少保留一条。`;
  return undefined;
}

/** Empty when the proposal can be taken as it stands, on top of the rows that hold or are to come. */
export function ruleFaults(proposed: readonly Appended[], all: RuleRows, today: Day): RuleFault[] {
  const faults = proposed.flatMap((one, row) =>
    [...ofDay(one, all, today), ...ofRow(one, all)].map(([field, says]) => ({ row, field, says })),
  );
  for (const [row, one] of proposed.entries())
    if (proposed.slice(0, row).some(({ code, from }) => code === one.code && from === one.from))
      faults.push({ row, field: 'from', says: '同一条规则同一天只能报一条。' });
  if (faults.length > 0) return faults;
  const table = proposed[0]?.table;
  if (table === undefined) return [{ row: 0, field: 'rows', says: '请至少填写一条。' }];
  const next = merged<Rule>(all[table], proposed);
  const [overlap] = periodFaults(next);
  const bare = table === 'rung' ? ofLadders(next as Rung[], boundaries(proposed, next)) : undefined;
  const says = overlap ?? bare;
  return says === undefined ? [] : [{ row: 0, field: 'from', says }];
}

const boundaries = (proposed: readonly Appended[], rows: readonly Rule[]): Day[] => {
  const first = proposed.map(({ from }) => from).sort()[0] ?? '';
  return [...new Set([first, ...rows.map(({ from }) => from)])].filter((day) => day >= first).sort();
};
