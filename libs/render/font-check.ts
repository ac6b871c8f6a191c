import type { Day } from '#domain/day';
import type { Block, NoticeDocument } from '#domain/notice';
import { cleanData } from './clean-text.ts';
import type { FontRole } from './fonts.ts';

/** What is set in it. */
export const fontUses: Record<FontRole, string> = {
  小标宋: '发文机关标志、标题',
  黑体: '一级标题',
  楷体: '二级标题',
  仿宋: '正文、主送、落款',
  西文: '数字、字母、页码',
};
/** Each with text that people wrote in it. */
export const checkedRoles = ['小标宋', '黑体', '楷体', '仿宋'] as const;
type Checked = (typeof checkedRoles)[number];

const blockIn: Record<Checked, (text: string) => Block> = {
  小标宋: (text) => ({ type: 'title', lines: [text] }),
  黑体: (text) => ({ type: 'heading', level: 1, text }),
  楷体: (text) => ({ type: 'heading', level: 2, text }),
  仿宋: (text) => ({ type: 'paragraph', runs: [{ text }], indent: true }),
};
const date: Day = '2026-01-01';
const frame = {
  layout: 'agreement',
  status: 'draft',
  addressees: [],
  annexes: [],
  copies: [],
  date,
} as const;

/** A paper that says it in this one font. */
export const saidIn = (role: Checked, given: string): NoticeDocument => {
  const { text } = cleanData({ text: given });
  return { frame: { ...frame, addressees: [], annexes: [], copies: [] }, blocks: [blockIn[role](text)] };
};

const between = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));

/** The 6,763 characters of GB 2312-80 in its order: rows 16 to 87. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 72 }, (_, row) => 0xb0 + row);
  const bytes = rows.flatMap((high) =>
    Array.from({ length: 94 }, (_, cell) => Uint8Array.of(high, 0xa1 + cell)),
  );
  return bytes.map((pair) => decoder.decode(pair)).filter((one) => /^\p{Script=Han}$/u.test(one));
}

/** Characters by how often an office meets them. */
export function characterSets(): { label: string; characters: string[] }[] {
  const common = gb2312();
  const known = new Set(common);
  return [
    { label: '常用字（GB 2312，6,763字）', characters: common },
    {
      label: '较少用的字（Unicode 基本区其余各字）',
      characters: between(0x4e00, 0x9fff).filter((one) => !known.has(one)),
    },
    { label: '生僻字（Unicode 扩展A区）', characters: between(0x3400, 0x4dbf) },
  ];
}
