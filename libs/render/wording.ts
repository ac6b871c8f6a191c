import type { NoticeContent, NoticeDocument } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { dropped, wordingFaults, type WordedPaper } from '#domain/wording/faults';
import { fullFieldName } from '#domain/wording/names';
import type { Fault } from '#domain/wording/structure';
import { composeNotice } from './paper.ts';
import { shippedSource } from './template.ts';

/** A paper with its example, as a draft: it is nobody's paper. */
export function exampleOf(code: string): NoticeContent {
  const type = noticeTypeOf(code);
  const read = type.read(type.sample);
  if ('wrong' in read) throw new Error(`the example of ${code} lacks something: ${read.wrong.join('')}`);
  const { frame, fields } = read.content;
  return { frame: { ...frame, status: 'draft' }, fields };
}

export const wordedPaper = (code: string): WordedPaper => ({
  source: shippedSource(code),
  fields: exampleOf(code).fields,
});

export interface CheckedWording {
  faults: Fault[];
  /** By name, what the shipped wording prints and this one doesn't. */
  dropped: string[];
  /** The example in this wording, where it has no fault but what it leaves out. */
  document?: NoticeDocument;
}

/** Whether the bureau may word a paper like this. Papers of law enforcement keep all that the shipped one says (process-law §2.13). */
export function checkedWording(code: string, source: string): CheckedWording {
  const faults = wordingFaults(source, wordedPaper(code));
  const names = dropped(source, shippedSource(code)).map(fullFieldName);
  if (faults.length > 0) return { faults, dropped: names };
  const made = composed(code, source);
  if ('says' in made) return { faults: [made], dropped: names };
  return { faults: leavesOut(code, names), dropped: names, document: made };
}

function leavesOut(code: string, names: string[]): Fault[] {
  if (noticeTypeOf(code).layout !== 'legal' || names.length === 0) return [];
  return [{ line: 0, says: `执法文书的法定内容不能减少，还缺：${names.join('、')}。` }];
}

const inChinese: [RegExp, string][] = [
  [/one width per column/u, '表格的列宽与列数不一致。'],
  [/begins with a row of <th>/u, '表格的第一行须是表头。'],
  [/an annex begins/u, '附件须以标题开头。'],
];

function composed(code: string, source: string): NoticeDocument | Fault {
  try {
    return composeNotice(code, exampleOf(code), source);
  } catch (error) {
    const said = inChinese.find(([pattern]) => pattern.test(String(error)))?.[1];
    return { line: 0, says: said ?? '按示例的内容生成不了这份文书，请检查表格、签字处和条件。' };
  }
}
