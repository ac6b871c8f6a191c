import type { NoticeContent, NoticeDocument } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { faultWords, type Fault } from '#domain/wording/structure';
import { composeNotice } from './paper.ts';
import { checkedWording } from './wording.ts';

/** A wording that was approved once and no longer fits: a later release has other fields or another shipped template. */
export class WordingUnsound extends Error {
  override readonly name = 'WordingUnsound';
}

/** By paper and source: neither the shipped templates nor a version changes while the program runs. */
const looked = new Map<string, Fault[]>();

export function faultsInForce(code: string, source: string): Fault[] {
  const key = `${code}\n${source}`;
  const known = looked.get(key);
  if (known) return known;
  const { faults } = checkedWording(code, source);
  looked.set(key, faults);
  return faults;
}

/** A paper that is to be issued: in a wording of the bureau only if that still holds all that it should. */
export function composeWorded(code: string, content: NoticeContent): NoticeDocument {
  const { source, version = 0 } = content.wording ?? {};
  const faults = source === undefined ? [] : faultsInForce(code, source);
  if (faults.length === 0) return composeNotice(code, content);
  throw new WordingUnsound(
    `《${noticeTypeOf(code).label}》现行的措辞（第${version}版）与系统现在的版本不符：${faults.map(faultWords).join('')}` +
      '请处室负责人或法制审核人员在“文书措辞”中另报一版，或者恢复自带的措辞。',
  );
}
