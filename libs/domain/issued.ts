import type { NoticeContent } from './notice.ts';

/** A draft as it is issued: the same words, now under its number and no longer marked 草稿. */
export const issued = ({ frame, fields }: NoticeContent, number?: string): NoticeContent => ({
  frame: {
    ...frame,
    status: 'issued',
    ...(number === undefined ? {} : { number }),
    ...(frame.printedBy ? { printedOn: frame.date } : {}),
  },
  fields,
});
