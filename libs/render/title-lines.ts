/** 156 mm hold 20 characters of 22 pt. */
const widest = 20;
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** These may not begin a line, those may not end one. */
const never = { first: /^[，。、；：！？）》”’〕…]/u, last: /[（《“‘〔]$/u };

/** Breaks a long title between words into lines of about equal length (GB/T 9704-2012, 7.3.1). */
export function titleLines(title: string): string[] {
  const length = [...title].length;
  if (length <= widest) return [title];
  const count = Math.ceil(length / (widest - 2));
  const lines: string[] = [];
  let rest = title;
  for (let left = count; left > 1; left--) {
    const cut = bestCut(rest, [...rest].length / left);
    lines.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut);
  }
  return [...lines, rest.trim()].filter(Boolean);
}

/** The boundary between words that lies nearest to the wished length; 的 and its like stay with their word. */
function bestCut(text: string, wished: number): number {
  let best = { at: text.length, off: Number.POSITIVE_INFINITY };
  for (const { index } of words.segment(text)) {
    const [before, after] = [text.slice(0, index), text.slice(index)];
    if (index === 0 || never.last.test(before) || never.first.test(after) || /^[的和与及等]/u.test(after))
      continue;
    const off = Math.abs([...before].length - wished);
    if (off < best.off) best = { at: index, off };
  }
  return best.at;
}
