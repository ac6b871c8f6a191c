import type { NoticeContent } from '../../notice.ts';
import { lateFields, lateFrame, type LateWork } from './late-work.ts';

/** 督办函: the principal answers for it, with a report in writing. */
export const supervisionLetter = (data: LateWork): NoticeContent => ({
  frame: lateFrame(data, 'letter'),
  fields: lateFields(data),
});
