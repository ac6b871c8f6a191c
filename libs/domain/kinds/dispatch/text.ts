import { z } from 'zod';
import type { NoticeContent } from '../../notice.ts';
import { list, words, type NoticeType } from '../../notice-type.ts';
import { filled, lenient, withoutBlanks } from './partial.ts';

/** What the system fills in, or what follows from the chosen receivers: never asked of the drafter. */
const bySystem = ['number', 'issuer', 'printedBy', 'date', 'signers', 'checkedBy', 'replaces'];
const byReceivers = ['addressees', 'copies'];

export type TextForm = Record<string, unknown>;

const several = (title: string, description: string) =>
  z
    .array(z.uuid({ error: `${title}请从名册中选择。` }))
    .max(1_000, `${title}最多1000家。`)
    .meta({ title, widget: 'several', description });
const lines = (title: string, description: string) =>
  list(title, words(title)).meta({ title, widget: 'lines', description });

const each = z.boolean().optional().meta({
  title: '逐户发文',
  widget: 'checkboxes',
  description: '勾选后给每家收文单位各印发一份，主送只写该单位，各取各的文号；最多1000份。',
});

const shapeOf = ({ data }: NoticeType) => (data as z.ZodObject).shape as Record<string, z.ZodType>;

function receiverFields(shape: Record<string, z.ZodType>): Record<string, z.ZodType> {
  if ('addressee' in shape) return {};
  const outside = lines('系统外的收文单位', '一行一个，由您线下送出，发送时登记日期。');
  return {
    to: several('收文单位', '发送后对方在督行收到文书。'),
    ...('addressees' in shape
      ? {
          outside,
          each,
          addressed: lines('主送机关的写法', '一行一个，例如“各有关医院”；不填的，写各收文单位的名称。'),
        }
      : {}),
    ...('copies' in shape
      ? {
          copyTo: several('抄送单位', '发送后对方在督行收到文书。'),
          copied: lines('其他抄送机关', '一行一个，由您线下送出。'),
        }
      : {}),
  };
}

/** The form of a draft: the paper's own data without what the system fills in, and who receives it. */
export function textForm(type: NoticeType): z.ZodObject {
  const shape = shapeOf(type);
  const { annexes, ...own } = Object.fromEntries(
    Object.entries(shape).filter(([name]) => !bySystem.includes(name) && !byReceivers.includes(name)),
  );
  return z.strictObject({ ...own, ...(annexes ? { annexes } : {}), ...receiverFields(shape) });
}

/** The same while it is written: what is still missing is no fault, what is malformed is. */
export const unfinishedForm = (type: NoticeType): z.ZodType => lenient(textForm(type));

const isList = (schema: z.ZodType) => schema instanceof z.ZodArray;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Organisations of the system that receive it, each once. */
export const receiversOf = (form: TextForm): string[] => [
  ...new Set([...texts(form.to), ...texts(form.copyTo)]),
];

/** Receivers outside the system, to whom somebody has to bring it. */
export const outsideOf = (form: TextForm): string[] => [
  ...(typeof form.addressee === 'string' ? [form.addressee] : []),
  ...texts(form.outside),
  ...texts(form.copied),
];

/** What the system knows of a draft or an issued paper. */
export interface Known {
  number?: string;
  issuer: string;
  date: string;
  signers: string[];
  checkedBy: string;
  replaces?: string;
  nameOf: (orgId: string) => string;
}

function dataOf(type: NoticeType, form: TextForm, { nameOf, ...known }: Known): Record<string, unknown> {
  const shape = shapeOf(type);
  const { to, outside, addressed, copyTo, copied, each: _, ...own } = (withoutBlanks(form) ?? {}) as TextForm;
  const names = (ids: unknown) => texts(ids).map(nameOf);
  const written = texts(addressed);
  const all: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(shape).flatMap(([name, one]) => (isList(one) ? [[name, []]] : []))),
    ...own,
    ...known,
    printedBy: `${known.issuer}办公室`,
    addressees: written.length > 0 ? written : [...names(to), ...texts(outside)],
    copies: [...names(copyTo), ...texts(copied)],
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => name in shape && value !== undefined),
  );
}

/** 逐户发文: the text wants a paper of its own for each receiver. */
export const isEach = (form: TextForm): boolean => form.each === true;

/** The text of the paper that one receiver gets. */
export const formFor = (form: TextForm, orgId: string): TextForm => ({ ...form, to: [orgId] });

/** What goes to all in common has no place on a paper for one. */
const common = {
  outside: '系统外的收文单位',
  addressed: '主送机关的写法',
  copyTo: '抄送单位',
};

/** What keeps a text from being issued to each receiver by itself, in sentences. */
export function hindersEach(form: TextForm): string[] {
  if (!isEach(form)) return [];
  const named = (Object.keys(common) as (keyof typeof common)[]).filter(
    (name) => texts(form[name]).length > 0,
  );
  const said = named.map((name) => `逐户发文的，不填“${common[name]}”；要填的请另行发文。`);
  return receiversOf(form).length > 0 ? said : ['逐户发文的，请选择收文单位。', ...said];
}

/** The paper, or in sentences what it lacks. */
export function paperOf(type: NoticeType, form: TextForm, known: Known) {
  const read = type.read(dataOf(type, form, known));
  if (!('wrong' in read)) return read;
  return { wrong: read.wrong.map((sentence) => sentence.replace(/^[\w.]+：|（(文字|日期)）/gu, '')) };
}

/** While it is written: what is missing stands in brackets by its name, so that the page can be seen at any time. */
export function unfinishedPaper(type: NoticeType, form: TextForm, known: Known): NoticeContent {
  const read = type.read(filled(type.data, dataOf(type, form, known), known.date), 'unfinished');
  if ('wrong' in read) throw new Error(read.wrong.join());
  return read.content;
}
