/** No two of them look alike: no 0 and O, 1, I and L, and of 2 and Z, 5 and S, 6 and G, 8 and B, V and U the first only. */
const characters = '23456789ACDEFHJKMNPQRTVWXY';
const perGroup = 4;
const groups = 3;

/** What a reader may take a character for, and what was printed. */
const mistaken: Record<string, string> = { B: '8', G: '6', S: '5', U: 'V', Z: '2' };

/** A new 校验码: 26¹² of them; `pick` gives a whole number from nought and below its limit that nobody can guess. */
export const newCheckCode = (pick: (below: number) => number): string =>
  grouped(Array.from({ length: groups * perGroup }, () => characters[pick(characters.length)]).join(''));

/** A code as somebody typed it: in any case, with any gaps and dashes, in half or full width. Undefined: it is none. */
export function readCheckCode(typed: string): string | undefined {
  const letters = [...typed.normalize('NFKC').toUpperCase()]
    .filter((one) => /[0-9A-Z]/u.test(one))
    .map((one) => mistaken[one] ?? one);
  const sound = letters.length === groups * perGroup && letters.every((one) => characters.includes(one));
  return sound ? grouped(letters.join('')) : undefined;
}

const grouped = (letters: string): string =>
  Array.from({ length: groups }, (_, nth) => letters.slice(nth * perGroup, (nth + 1) * perGroup)).join('-');
