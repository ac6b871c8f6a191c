import type { NoticeContent } from '../../notice.ts';
import { lateFields, lateFrame, type LateWork } from './late-work.ts';

export interface UrgeLetterData extends LateWork {
  /** How many letters of this sort on the same work there are with this one. */
  turn: number;
}

/** Headings are numbered up to 99, and so are letters. */
const most = 98;

/** 催办函: the first paper of a ladder. */
export function urgeLetter(data: UrgeLetterData): NoticeContent {
  return {
    frame: lateFrame(data, 'letter'),
    // From the second on, as the index that the template counts from.
    fields: { ...lateFields(data), again: Math.min(data.turn - 1, most) },
  };
}
