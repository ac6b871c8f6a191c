import { z } from 'zod';
import { longDay, yearOf, type Day } from '../../day.ts';
import type { NoticeFrame } from '../../notice.ts';
import { dayOf, group, list, words } from '../../notice-type.ts';
import { weOf } from '../../we-of.ts';

/** A paper that was issued before: its name, number and day. */
const earlierPaper = group('一份文书', {
  label: words('文书名称'),
  number: words('发文字号'),
  on: dayOf('印发日期'),
});
export type EarlierPaper = z.infer<typeof earlierPaper>;

/** What made the unit owe the work: a paper, the opening of the case, the calendar of the procedure, or an act. */
const source = z.discriminatedUnion(
  'sort',
  [
    z.strictObject({ sort: z.literal('paper'), paper: earlierPaper }),
    z.strictObject({ sort: z.enum(['opening', 'calendar']), on: dayOf('起算日') }),
    z.strictObject({ sort: z.literal('act'), label: words('环节'), on: dayOf('办结日期') }),
  ],
  { error: '来源的sort应为paper、opening、calendar、act之一。' },
);
export type Source = z.infer<typeof source>;

/** What every paper of a ladder says of the work that is late. */
export const lateWorkFields = {
  /** Absent until the paper is issued: a draft. */
  number: words('发文字号').optional(),
  issuer: words('发文机关'),
  /** Who owes the work; the only organisation that the paper goes to. */
  unit: words('承办单位'),
  matter: group('案件', { kind: words('案件种类'), title: words('案件名称'), number: words('案号') }),
  step: words('事项'),
  /** Which piece, where a step comes in several. */
  detail: words('具体内容').optional(),
  source,
  /** As it stood when the paper was ordered; the ground only where it is the law's. */
  limit: group('期限', {
    due: dayOf('到期日'),
    derivation: words('期限的算法'),
    ground: words('依据').optional(),
  }),
  lateWorkingDays: z.int('逾期工作日数应为整数。').min(0, '逾期工作日数不能为负。'),
  /** Days on which the unit was reminded, in order. */
  reminded: list('提醒日期', dayOf('提醒日期')),
  /** Papers of the ladder on the same work, in order. */
  earlier: list('此前文书', earlierPaper),
  /** How many papers of this sort there are on the same work with this one. */
  turn: z.int('第几次应为整数。').min(1, '第几次从1起。'),
  /** What the paper demands: by when, and in how many days. */
  answer: group('办结时限', { due: dayOf('办结日期'), days: words('办结天数') }),
  contact: words('联系人'),
  date: dayOf('成文日期'),
};
export const lateWorkData = group('文书', lateWorkFields);
export type LateWork = z.infer<typeof lateWorkData>;

/** Chinese numbers go up to 99 here, and so do letters. */
const mostTurns = 98;
/** So many days are named; of more the last ones. */
const mostDays = 8;

/** The year is said once for each run of days in it. */
export const dayList = (days: readonly Day[]): string =>
  days
    .map((day, index) => {
      const before = days[index - 1];
      return before && yearOf(before) === yearOf(day) ? longDay(day).replace(/^\d+年/u, '') : longDay(day);
    })
    .join('、');

function remindedWords(days: readonly Day[]): string {
  if (days.length === 0) return '';
  const named = dayList(days.slice(-mostDays));
  return days.length > mostDays
    ? `${days.length}次提醒你单位，最近${mostDays}次为${named}`
    : `于${named}提醒你单位，共${days.length}次`;
}

const paperWords = ({ label, number, on }: EarlierPaper) => `《${label}》（${number}，${longDay(on)}）`;

function sourceWords(source: Source, we: string): string {
  switch (source.sort) {
    case 'paper':
      return `由${we}${longDay(source.paper.on)}印发的《${source.paper.label}》（${source.paper.number}）交办`;
    case 'opening':
      return `${longDay(source.on)}立项时交办`;
    case 'calendar':
      return `按照工作程序自${longDay(source.on)}起由你单位办理`;
    case 'act':
      return `${longDay(source.on)}“${source.label}”完成后，按照工作程序由你单位办理`;
  }
}

/** The template is strict: what is unknown is an empty text, not left out. */
export function lateFields(data: LateWork) {
  const { limit, answer, matter } = data;
  const we = weOf(data.issuer);
  return {
    we,
    issuer: data.issuer,
    unit: data.unit,
    matter,
    step: data.step,
    // “办理计划事项”, but “确认结对”事项.
    noun: data.step.endsWith('事项') ? '' : '事项',
    detail: data.detail ?? '',
    source: sourceWords(data.source, we),
    due: limit.due,
    derivation: limit.derivation,
    ground: limit.ground ?? '',
    late: data.lateWorkingDays,
    reminded: remindedWords(data.reminded),
    earlier: data.earlier.map(paperWords).join('、'),
    answerBy: answer.due,
    answerDays: answer.days,
    none: data.reminded.length + data.earlier.length === 0,
    // From the second on, as the index that the template counts from.
    again: Math.min(data.turn - 1, mostTurns),
    contact: data.contact,
    date: data.date,
  };
}

export function lateFrame(data: LateWork, layout: 'letter' | 'official'): NoticeFrame {
  const circular = layout === 'official';
  return {
    layout,
    status: data.number ? 'issued' : 'draft',
    issuerMark: circular ? `${data.issuer}文件` : data.issuer,
    number: data.number,
    addressees: [data.unit],
    annexes: [],
    issuer: data.issuer,
    date: data.date,
    copies: [],
    ...(circular
      ? { printedBy: `${data.issuer}办公室`, printedOn: data.number ? data.date : undefined }
      : {}),
  };
}
