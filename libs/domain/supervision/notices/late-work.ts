import { longDay, yearOf, type Day } from '../../day.ts';
import type { Deadline } from '../../deadline.ts';
import { explain, lengthWords } from '../../explain.ts';
import type { NoticeFrame } from '../../notice.ts';
import { weOf } from '../../we-of.ts';

/** A paper that was issued before: its name, number and day. */
export interface EarlierPaper {
  label: string;
  number: string;
  on: Day;
}

/** What made the unit owe the work: a paper, the opening of the case, the calendar of the procedure, or an act. */
export type Source =
  | { sort: 'paper'; paper: EarlierPaper }
  | { sort: 'opening' | 'calendar'; on: Day }
  | { sort: 'act'; label: string; on: Day };

/** What every paper of a ladder says of the work that is late. */
export interface LateWork {
  /** Absent until the paper is issued: a draft. */
  number?: string;
  issuer: string;
  /** Who owes the work; the only organisation that the paper goes to. */
  unit: string;
  matter: { kind: string; title: string; number: string };
  step: string;
  /** Which piece, where a step comes in several. */
  detail?: string;
  source: Source;
  /** As it stood when the paper was ordered. */
  deadline: Deadline;
  lateWorkingDays: number;
  /** Days on which the unit was reminded, in order. */
  reminded: Day[];
  /** Papers of the ladder on the same work, in order. */
  earlier: EarlierPaper[];
  /** How many papers of this sort there are on the same work with this one. */
  turn: number;
  /** What the paper demands, by when. */
  answer: Deadline;
  contact: string;
  date: Day;
}

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
  const { deadline, answer, matter } = data;
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
    due: deadline.due,
    derivation: explain(deadline),
    ground: deadline.mark === 'law' ? deadline.ground : '',
    late: data.lateWorkingDays,
    reminded: remindedWords(data.reminded),
    earlier: data.earlier.map(paperWords).join('、'),
    answerBy: answer.due,
    answerDays: lengthWords(answer),
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
