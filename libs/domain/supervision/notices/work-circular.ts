import type { NoticeContent } from '../../notice.ts';
import { lateFields, lateFrame, type LateWork } from './late-work.ts';

/**
 * 工作通报 within the house. 通报批评 is a sanction of the law (行政处罚法第9条第1项) with a procedure of its own: this
 * paper states progress, blames nobody, and has another name and other words.
 */
export const workCircular = (data: LateWork): NoticeContent => ({
  frame: lateFrame(data, 'official'),
  fields: lateFields(data),
});
