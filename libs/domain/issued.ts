import type { IssueMarks, NoticeContent } from './notice.ts';

/** A draft as it is issued: the same words, now under its number and with its check code, and no longer marked 草稿. */
export const issued = (
  { frame, ...words }: NoticeContent,
  { number, checkCode }: IssueMarks,
): NoticeContent => ({
  frame: {
    ...frame,
    status: 'issued',
    ...(number === undefined ? {} : { number }),
    ...(frame.printedBy ? { printedOn: frame.date } : {}),
    ...(checkCode === undefined ? {} : { check: { code: checkCode } }),
  },
  ...words,
});
