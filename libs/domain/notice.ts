import type { Day } from './day.ts';

/** `lead` is a heading that runs into its paragraph, set in 楷体; `number`: the place of the paper's own 发文字号. */
export type Inline = { text: string; bold?: boolean; lead?: boolean; number?: true };
/** `rows` above 1: the cell reaches over that many rows, which leave it out. */
export type Cell = { text: string; rows?: number };
/** A place to sign: who, and, once he has, his name and the day. */
export type Sign = { who: string; name?: string; on?: Day };
/** `columns` and `rows` above 1: over how many it reaches; `lines`: at least so high; `signs`: who signs at its foot. */
export type FormCell = {
  text: string;
  head?: boolean;
  columns?: number;
  rows?: number;
  lines?: number;
  signs?: Sign[];
};
export type SignaturePlace = { label: string; organisation: string; name?: string; on?: Day };
/** The blocks a paper consists of, between its template and its three forms (PDF, SVG, DOCX). */
export type Block =
  | { type: 'title'; lines: string[] }
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; runs: Inline[]; indent: boolean }
  | { type: 'table'; head: string[]; rows: Cell[][]; widths?: number[] }
  | { type: 'form'; widths: number[]; rows: FormCell[][] }
  | { type: 'signatures'; places: SignaturePlace[] }
  | { type: 'sign-lines'; labels: string[] }
  /** Begins on a page of its own; `bare`: a document handed out by the paper, which is no 附件. */
  | { type: 'annex'; number?: number; lines: string[]; bare?: true };

/**
 * `official` 文件 with red head; `letter` 信函 between red rules; `minutes` 纪要 with its red name; `agreement` 协议、责任书;
 * `legal` 执法文书; `form` 审批表、回证; `record` 笔录, signed on every page.
 */
export type Layout = 'official' | 'letter' | 'minutes' | 'agreement' | 'legal' | 'form' | 'record';

/** What stands around the blocks: the 公文 head and foot (GB/T 9704-2012). */
export interface NoticeFrame {
  layout: Layout;
  /** A draft is marked 草稿; a 文件 or 信函 is issued only with its number. */
  status: 'draft' | 'issued';
  /** 发文机关标志; absent on agreements. */
  issuerMark?: string;
  /** 发文字号 */
  number?: string;
  /** 签发人, of a paper to a higher authority only. */
  signers?: string[];
  /** Of a record: who signs at the foot of every page. */
  signedBelow?: string[];
  /** 主送机关 */
  addressees: string[];
  /** 附件说明 */
  annexes: string[];
  /** 署名 */
  issuer?: string;
  /** 成文日期; of an agreement the day of the last signature, of a draft the day of drafting. */
  date: Day;
  /** 附注, without its brackets: 联系人, or who may read it. */
  remark?: string;
  /** 抄送 */
  copies: string[];
  /** 印发机关 */
  printedBy?: string;
  /** 印发日期 */
  printedOn?: Day;
  /** 校验码 of an issued paper, and where it is checked, if the installation has an address that others reach. */
  check?: { code: string; at?: string };
  /** Sealed electronically: not marked 未用印. */
  sealed?: true;
}

/** What a paper gets only when it is issued. */
export interface IssueMarks {
  number?: string;
  checkCode?: string;
}

/** What follows a paper's own text on pages of its own: a 附件, or the document that a 印发通知 hands out. */
export interface Attached {
  sort: 'annex' | 'document';
  /** Of several annexes. */
  number?: number;
  title: string;
  text: string;
}

/** What a paper's pure function hands to its template. */
export interface NoticeContent {
  frame: NoticeFrame;
  fields: Record<string, unknown>;
  attached?: readonly Attached[];
  /** The bureau's own wording of the day of issue, where there is one; without a source the shipped one. */
  wording?: { version: number; source?: string };
}

export interface NoticeDocument {
  frame: NoticeFrame;
  blocks: Block[];
}
