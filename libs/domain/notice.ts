/** The blocks a paper consists of, between its template and its three forms (PDF, SVG, DOCX). */
export type Inline = { text: string; bold?: boolean };
export type Block =
  | { type: 'title'; lines: string[] }
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; runs: Inline[]; indent: boolean }
  | { type: 'table'; head: string[]; rows: string[][]; widths?: number[] }
  | { type: 'signatures'; places: { label: string; name?: string; on?: string }[] }
  | { type: 'annex'; number?: number; title: string };

/** What stands around the blocks: the 公文 head and foot (GB/T 9704-2012). */
export interface NoticeFrame {
  /** 发文机关标志; absent on agreements and forms. */
  issuerMark?: string;
  /** 发文字号; absent on a draft, which is marked 草稿. */
  number?: string;
  /** 主送机关 */
  addressees: string[];
  /** 附件说明 */
  annexes: string[];
  /** 署名 */
  issuer?: string;
  /** 成文日期 */
  date: string;
  /** 抄送 */
  copies: string[];
  /** 印发机关 */
  printedBy?: string;
  /** 印发日期 */
  printedOn?: string;
}

export interface NoticeDocument {
  frame: NoticeFrame;
  blocks: Block[];
}
