/** A line of a text that somebody wrote or pasted: what it is in the outline of an official paper. */
export interface OutlineLine {
  /** 1 for 一、, 2 for （一）; absent in a paragraph. */
  level?: 1 | 2;
  text: string;
  /** A heading of the second level that runs into its paragraph: how many characters of the text it takes. */
  lead?: number;
}

const first = /^[一二三四五六七八九十百]+、/u;
const second = /^[（(]([一二三四五六七八九十百]+)[）)]\s*/u;
const ends = /[。；：！？]$/u;
/** A heading is one line; what is longer and ends like a sentence is a paragraph that begins with one. */
const longest = 40;

/** The levels of GB/T 9704-2012, 7.3.3, found by how each line begins; 1. and （1） are set like the text itself. */
export function outlineOf(text: string): OutlineLine[] {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineOf);
}

function lineOf(line: string): OutlineLine {
  if (first.test(line))
    return line.length <= longest && !ends.test(line) ? { level: 1, text: line } : { text: line };
  if (!second.test(line)) return { text: line };
  const text = line.replace(second, '（$1）');
  if (text.length <= longest && !ends.test(text)) return { level: 2, text };
  const stop = text.indexOf('。') + 1;
  return stop > 0 && stop < text.length && stop <= longest ? { text, lead: stop } : { text };
}
