/** How notices of the General Office of the State Council word days off; only the form, no meaning yet. */

const date = String.raw`(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\([^()]*\))?`;
const run = `${date}(?:(?:至|到|~|-|–|—+)${date})?`;
const list = `${run}(?:(?:、|,|和|及|以及)${run})*`;
const clause = new RegExp(
  `(${list})(?:均|都)?(?:正常|照常|调休)?(放假|上班|补班)(?:调休)?(?:,?(?:共计|共|计)?(\\d{1,2})天)?`,
  'gu',
);
const anyDate = new RegExp(String.raw`\d{1,2}月\d{1,2}日|\d{1,2}日\(`, 'u');

const festival = '(?:元旦|春节|清明节?|(?:国际)?劳动节|五一|端午节?|中秋节?|国庆节?)';
const festivals = `${festival}(?:(?:、|和|及)${festival})*`;
const number = String.raw`(?:(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.]|\((?:[一二三四五六七八九十]{1,2}|\d{1,2})\))`;
const knownHead = new RegExp(String.raw`^${number}?(?:\d{4}年)?(${festivals})(?:放假安排)?(?::|(?=\d))`, 'u');
/** A holiday that is not among the usual ones, as for a commemoration: its name stands before the colon. */
const otherHead = new RegExp(`^${number}([^:,\\d]{1,20}):(?=.*(?:放假|上班))`, 'u');
const nextItem = new RegExp(`(?<=.)(?=${number}(?:\\d{4}年)?${festival})`, 'gu');

/** Brackets, colons and digits are written in full and half width alike; spaces come from web pages. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** The sentences as they were written. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/[ \t]*\r?\n/gu, '\n')
    .split(/[。；;\n]+/u)
    .flatMap((sentence) => sentence.split(nextItem))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

export interface Clause {
  kind: 'holiday' | 'makeup';
  /** As many runs of days as were listed. */
  runs: WrittenRun[];
  /** 共N天, where it is said. */
  count?: number;
}

export interface WrittenRun {
  first: WrittenDate;
  last: WrittenDate;
}

export interface WrittenDate {
  text: string;
  year?: number;
  month?: number;
  date: number;
  /** 1 = Monday … 7 = Sunday, where it stands behind the date. */
  weekday?: number;
}

export interface WrittenSentence {
  /** The holiday that it names, which holds for the sentences after it too. */
  name?: string;
  clauses: Clause[];
  /** Something that looks like days off is left over and belongs to none of the clauses. */
  left: boolean;
}

export function readSentence(sentence: string): WrittenSentence {
  const said = plain(sentence);
  const head = knownHead.exec(said) ?? otherHead.exec(said);
  const body = said.slice(head?.[0].length ?? 0);
  const clauses = [...body.matchAll(clause)].map(([, days = '', verb, count]): Clause => ({
    kind: verb === '放假' ? 'holiday' : 'makeup',
    runs: runsOf(days),
    ...(count === undefined ? {} : { count: Number(count) }),
  }));
  const rest = body.replace(clause, '');
  const left = anyDate.test(rest) || (head !== null && /放假|上班/u.test(rest));
  return { ...(head?.[1] === undefined ? {} : { name: head[1] }), clauses, left };
}

/** 1月1日、2日 and 4日至6日: what a date leaves out is that of the one before. */
function runsOf(days: string): WrittenRun[] {
  let month: number | undefined;
  return [...days.matchAll(new RegExp(run, 'gu'))].map(([text]) => {
    const [first, last = first] = [...text.matchAll(new RegExp(date, 'gu'))].map(([one]) => {
      const written = dateOf(one);
      month = written.month ?? month;
      return { ...written, month };
    });
    if (!first || !last) throw new Error(`no date in ${text}`);
    return { first, last: { ...last, year: last.year ?? first.year } };
  });
}

function dateOf(text: string): WrittenDate {
  const [, year, month, date] = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/u.exec(text) ?? [];
  const named = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text)?.[1];
  return {
    text,
    date: Number(date),
    ...(year ? { year: Number(year) } : {}),
    ...(month ? { month: Number(month) } : {}),
    ...(named ? { weekday: named === '天' ? 7 : '一二三四五六日'.indexOf(named) + 1 } : {}),
  };
}
