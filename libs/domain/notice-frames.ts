import type { Day } from './day.ts';
import type { Layout, NoticeFrame } from './notice.ts';

interface Given {
  /** Absent until the paper is issued: a draft. */
  number?: string;
  issuer: string;
  date: Day;
  addressees?: string[];
  annexes?: string[];
  copies?: string[];
  printedBy?: string;
  signers?: string[];
  remark?: string;
}

const framed = (layout: Layout, mark: string, { printedBy, ...given }: Given): NoticeFrame => ({
  layout,
  status: given.number ? 'issued' : 'draft',
  issuerMark: mark,
  number: given.number,
  addressees: given.addressees ?? [],
  annexes: given.annexes ?? [],
  issuer: given.issuer,
  date: given.date,
  copies: given.copies ?? [],
  ...(given.remark ? { remark: given.remark } : {}),
  ...(given.signers?.length ? { signers: given.signers } : {}),
  ...(printedBy ? { printedBy, printedOn: given.number ? given.date : undefined } : {}),
});

/** Over its 成文日期. Forms and records are signed in places of their own, agreements sealed by their parties; minutes bear none. */
export const bearsSeal = ({ layout, issuer }: NoticeFrame): boolean =>
  (layout === 'official' || layout === 'letter' || layout === 'legal') && Boolean(issuer);

/** 文件 with the red head “…文件”. */
export const officialFrame = (given: Given): NoticeFrame => framed('official', `${given.issuer}文件`, given);
export const letterFrame = (given: Given): NoticeFrame => framed('letter', given.issuer, given);
export const minutesFrame = (mark: string, given: Given): NoticeFrame => framed('minutes', mark, given);
/** 执法文书. */
export const legalFrame = (given: Given): NoticeFrame => framed('legal', given.issuer, given);
/** Forms are signed in their own places. */
export const formFrame = (given: Given): NoticeFrame => framed('form', given.issuer, given);
export const recordFrame = (signedBelow: string[], given: Given): NoticeFrame => ({
  ...framed('record', given.issuer, given),
  signedBelow,
});
