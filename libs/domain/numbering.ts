import type { Day } from './day.ts';
import { noticeTypes } from './notice-types.ts';
import { ruleOn, type Rule } from './rule.ts';

/** How numbers of papers are written: 京医管督函〔2026〕12号, 〔2026〕第12期, 2026-0012. */
export const numberForms = {
  official: '机关代字〔年份〕序号',
  issue: '〔年份〕第几期',
  file: '年份-序号',
} as const;
export type NumberForm = keyof typeof numberForms;

/** A dated row: how the papers of a sort are numbered. */
export interface NumberingRule extends Rule {
  form: NumberForm;
  /** 机关代字 of the form `official`; papers with the same letters are counted in one series. */
  letters?: string;
}

export const numberingCode = (paper: string): string => `number.${paper}`;

/** The letters of an installation are its own to set; every year begins with 1 (党政机关公文处理工作条例第9条). */
export const shippedNumbering: readonly NumberingRule[] = noticeTypes.flatMap(
  ({ code, label, numberMark, byIssue }): NumberingRule[] =>
    numberMark === undefined && !byIssue
      ? []
      : [
          {
            ...{ code: numberingCode(code), label, from: '2016-01-01', mark: 'configure' },
            ground: '党政机关公文处理工作条例第9条第5项、卫生行政执法文书规范第4条；代字由本机关确定',
            ...(byIssue ? { form: 'issue' } : { form: 'official', letters: numberMark ?? '' }),
          },
        ],
);

/** The row for a paper on a day; none where the paper bears no number. */
export const numberingOn = (
  rows: readonly NumberingRule[],
  paper: string,
  day: Day,
): NumberingRule | undefined =>
  rows.some(({ code }) => code === numberingCode(paper))
    ? ruleOn(rows, numberingCode(paper), day)
    : undefined;

/** What is counted together. */
export const seriesOf = ({ form, letters, code }: NumberingRule): string =>
  `notice:${form === 'official' ? letters : code.slice(numberingCode('').length)}`;

export function numberText(
  { form, letters = '' }: Pick<NumberingRule, 'form' | 'letters'>,
  year: number,
  count: number,
): string {
  if (form === 'issue') return `〔${year}〕第${count}期`;
  if (form === 'file') return `${year}-${String(count).padStart(4, '0')}`;
  return `${letters}〔${year}〕${count}号`;
}
