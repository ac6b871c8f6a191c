export interface Differing {
  sort: 'gone' | 'new';
  /** From 1, in its own text. */
  line: number;
  text: string;
}

/** The lines that only one of the two has: the longest common row of lines stays unsaid. */
export function comparedLines(before: readonly string[], after: readonly string[]): Differing[] {
  const lengths = table(before, after);
  const found: Differing[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) [i, j] = [i + 1, j + 1];
    else if (i < before.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? -1)) {
      found.push({ sort: 'gone', line: i + 1, text: before[i] ?? '' });
      i += 1;
    } else {
      found.push({ sort: 'new', line: j + 1, text: after[j] ?? '' });
      j += 1;
    }
  }
  return found;
}

/** How many lines the rests from (i, j) have in common. */
function table(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = before.map(() => after.map(() => 0).concat(0));
  lengths.push(after.map(() => 0).concat(0));
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        before[i] === after[j]
          ? (lengths[i + 1]![j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]![j] ?? 0, lengths[i]![j + 1] ?? 0);
  return lengths;
}

export interface Pair {
  line: number;
  /** What both have at their beginning and at their end, and what lies between in each. */
  head: string;
  gone: string;
  new: string;
  tail: string;
}

/** Lines that came in each other's place as one, with the words that differ; others whole. */
export function changedWords(differing: readonly Differing[]): Pair[] {
  const pairs: Pair[] = [];
  let gone: Differing[] = [];
  for (const one of differing) {
    if (one.sort === 'gone') gone.push(one);
    else {
      const [earlier, ...rest] = gone;
      gone = rest;
      pairs.push({ line: one.line, ...partsOf(earlier?.text ?? '', one.text) });
    }
  }
  return [...pairs, ...gone.map(({ line, text }) => ({ line, ...partsOf(text, '') }))].sort(
    (one, other) => one.line - other.line,
  );
}

function partsOf(before: string, after: string): Omit<Pair, 'line'> {
  const [one, other] = [[...before], [...after]];
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const middle = (all: string[]) => all.slice(head, all.length - tail).join('');
  return {
    head: one.slice(0, head).join(''),
    ...{ gone: middle(one), new: middle(other), tail: one.slice(one.length - tail).join('') },
  };
}
