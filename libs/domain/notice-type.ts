import { z } from 'zod';
import { isDay } from './day.ts';
import type { Layout, NoticeContent } from './notice.ts';

/** How a paper that the bureau drafts freely goes its way (kind `dispatch`). */
export interface Drafting {
  /** Never signed without a legal review: it names units before others, or binds them. */
  legal?: true;
  /** To a higher authority: the chief leader signs, and is named on it. */
  upward?: true;
  /** Bears no seal, as minutes (党政机关公文处理工作条例第9条第13项, GB/T 9704-2012, 10.3). */
  unsealed?: true;
  /** It judges its receivers: who has a declared relation to one of them keeps away from it. */
  judges?: true;
}

interface Definition<Data> {
  /** Of the template beside it: urge-letter, pairing-notice, … */
  code: string;
  label: string;
  layout: Layout;
  /** It takes effect when it is served, and that has to be proven. */
  service?: 'formal';
  /** 机关代字 under which it is numbered; a paper without bears no number. */
  numberMark?: string;
  /** Numbered by issues within the year: 〔2026〕第12期. */
  byIssue?: true;
  /** Anybody entitled may draft it; absent where a procedure issues it. */
  drafting?: Drafting;
  data: z.ZodType<Data>;
  /** What only several fields together lack, in sentences; a draft that is being written may lack it. */
  lacks?: (given: Partial<Data>) => string[];
  content: (data: Data) => NoticeContent;
  sample: Data;
}

/** A sort of paper: its name, how it looks, what it needs, and an example of its own. */
export interface NoticeType extends Omit<Definition<unknown>, 'data' | 'content' | 'lacks'> {
  /** What it needs; forms are made from it. */
  data: z.ZodType;
  /** What the paper says, from data of whatever origin; sentences where it lacks something or has too much. */
  read: (given: unknown, unfinished?: 'unfinished') => { content: NoticeContent } | { wrong: string[] };
}

export function noticeType<Data>({ data, lacks, content, ...rest }: Definition<Data>): NoticeType {
  return {
    ...rest,
    data,
    read: (given, unfinished) => {
      const read = data.safeParse(given);
      const whole = typeof given === 'object' && given !== null && !unfinished;
      const more = whole ? (lacks?.(given as Partial<Data>) ?? []) : [];
      if (read.success && more.length === 0) return { content: content(read.data) };
      return { wrong: [...(read.error?.issues.map(sentence) ?? []), ...more] };
    },
  };
}

const sentence = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  path.length > 0 ? `${path.join('.')}：${message}` : message;

/** Fields of a paper's data; long enough for whole chapters, since the layout breaks pages by itself. */
export const words = (name: string) =>
  z
    .string({ error: `缺少${name}（文字）。` })
    .max(20_000, `${name}不能超过20000个字。`)
    .meta({ title: name, widget: 'text' });
/** Words of several paragraphs. */
export const prose = (name: string, rows = 4) => words(name).meta({ title: name, widget: 'textarea', rows });
export const dayOf = (name: string) =>
  z
    .string({ error: `缺少${name}（日期）。` })
    .refine(isDay, `${name}应写作2026-11-22这样的日期。`)
    .meta({ title: name, widget: 'day' });
export const list = <Item extends z.ZodType>(name: string, item: Item) =>
  z
    .array(item, { error: `缺少${name}（列表）。` })
    .max(2_000, `${name}不能超过2000项。`)
    .meta({ title: name, widget: item instanceof z.ZodString ? 'lines' : 'rows' });
export const group = <Shape extends z.ZodRawShape>(name: string, shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `${name}没有这些项：${(keys as string[]).join('、')}。`
        : `缺少${name}。`,
  });
