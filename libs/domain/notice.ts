import type { Day } from './day.ts';

/** `lead` is a heading that runs into its paragraph, set in 楷体. */
export type Inline = { text: string; bold?: boolean; lead?: boolean };
/** `rows` above 1: the cell reaches over that many rows, which leave it out. */
export type Cell = { text: string; rows?: number };
export type SignaturePlace = { label: string; organisation: string; name?: string; on?: Day };
/** The blocks a paper consists of, between its template and its three forms (PDF, SVG, DOCX). */
export type Block =
  | { type: 'title'; lines: string[] }
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; runs: Inline[]; indent: boolean }
  | { type: 'table'; head: string[]; rows: Cell[][]; widths?: number[] }
  | { type: 'signatures'; places: SignaturePlace[] }
  | { type: 'annex'; number?: number; title: string };

/** What stands around the blocks: the 公文 head and foot (GB/T 9704-2012). */
export interface NoticeFrame {
  /** `official` 文件 with red head; `letter` 信函 between red rules; `agreement` 协议、责任书 without. */
  layout: 'official' | 'letter' | 'agreement';
  /** A draft is marked 草稿; a 文件 or 信函 is issued only with its number. */
  status: 'draft' | 'issued';
  /** 发文机关标志; absent on agreements. */
  issuerMark?: string;
  /** 发文字号 */
  number?: string;
  /** 主送机关 */
  addressees: string[];
  /** 附件说明 */
  annexes: string[];
  /** 署名 */
  issuer?: string;
  /** 成文日期; of an agreement the day of the last signature, of a draft the day of drafting. */
  date: Day;
  /** 抄送 */
  copies: string[];
  /** 印发机关 */
  printedBy?: string;
  /** 印发日期 */
  printedOn?: Day;
}

/** What a paper's pure function hands to its template. */
export interface NoticeContent {
  frame: NoticeFrame;
  fields: Record<string, unknown>;
}

export interface NoticeDocument {
  frame: NoticeFrame;
  blocks: Block[];
}
