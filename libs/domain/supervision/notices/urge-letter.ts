import type { NoticeContent } from '../../notice.ts';
import { lateFields, lateFrame, type LateWork } from './late-work.ts';

/** 催办函: the first paper of a ladder. */
export const urgeLetter = (data: LateWork): NoticeContent => ({
  frame: lateFrame(data, 'letter'),
  fields: lateFields(data),
});
