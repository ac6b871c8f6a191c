/** 156 mm hold 20 characters of 22 pt. */
const widest = 20;
/** No title is so long; what is breaks wherever the line ends. */
const longest = 200;
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** These may not begin a line, those may not end one; 的 and its like stay with their word. */
const never = { first: /^[，。、；：！？）》”’〕…的和与及等]/u, last: /[（《“‘〔]$/u };
/** Single characters that are words; others are pieces of a name that the dictionary does not know: 西|城区, 医|耗|联|动. */
const alone = /^[的和与及等在对为将向以从至第关]$/u;

interface Way {
  cost: number;
  lines: string[];
}

interface Boundary {
  at: number;
  /** How much sense a break here would break. */
  cost: number;
}

/**
 * Breaks a long title between words into lines of about equal length (GB/T 9704-2012, 7.3.1), rather after 关于 and
 * before a title in 《》 than within them, and never inside a name.
 */
export function titleLines(title: string): string[] {
  const letters = [...title].length;
  if (letters <= widest || letters > longest) return [title];
  const least = Math.ceil(letters / widest);
  const boundaries = boundariesOf(title);
  const [best] = [least, least + 1]
    .map((count) => cheapest(title, boundaries, count))
    .sort((one, other) => one.cost - other.cost);
  return best?.lines ?? [title];
}

function boundariesOf(title: string): Boundary[] {
  const pieces = [...words.segment(title)];
  return pieces.flatMap(({ index, segment }, place): Boundary[] => {
    const before = pieces[place - 1]?.segment ?? '';
    if (place === 0 || never.last.test(before) || never.first.test(segment)) return [];
    const parts = isPlace(before, segment) ? 2 : [before, segment].filter(isPart).length;
    const sense = before === '关于' || segment === '《' ? -3 : 0;
    return [{ at: index, cost: sense + [0, 2, 12][parts]! + insideName(title.slice(0, index)) }];
  });
}

/** A name in 《》 is broken only where it has to be, and not right behind its bracket. */
function insideName(before: string): number {
  const opened = before.lastIndexOf('《');
  if (opened <= before.lastIndexOf('》')) return 0;
  return before.length - opened <= 4 ? 6 : 2;
}

/** 西|城区 */
const isPlace = (before: string, after: string) => isPart(before) && /[省市区县旗镇乡]$/u.test(after);
const isPart = (piece: string) => /^\p{Script=Han}$/u.test(piece) && !alone.test(piece);

/** Every way to break it into so many lines, by what each costs; a line too wide costs more than any sense. */
function cheapest(title: string, boundaries: readonly Boundary[], count: number) {
  const mean = [...title].length / count;
  const line = (from: number, to: number) => {
    const text = title.slice(from, to).trim();
    const size = [...text].length;
    return { text, cost: Math.abs(size - mean) + (size > widest ? 100 * (size - widest) : 0) };
  };
  const known = new Map<string, Way>();
  const from = (start: number, left: number): Way => {
    const key = `${start}/${left}`;
    const way = known.get(key) ?? wayFrom(start, left);
    known.set(key, way);
    return way;
  };
  const wayFrom = (start: number, left: number): Way => {
    if (left === 1) {
      const { text, cost } = line(start, title.length);
      return { cost, lines: [text] };
    }
    let best = { cost: Number.POSITIVE_INFINITY, lines: [title.slice(start)] };
    for (const { at, cost } of boundaries) {
      if (at <= start) continue;
      const head = line(start, at);
      // Far from equal: no way through here is worth following.
      if (head.cost > mean) continue;
      const rest = from(at, left - 1);
      const all = cost + head.cost + rest.cost;
      if (all < best.cost) best = { cost: all, lines: [head.text, ...rest.lines] };
    }
    return best;
  };
  // A line more has to be worth it.
  const found = from(0, count);
  return { cost: found.cost + 3 * count, lines: found.lines };
}
