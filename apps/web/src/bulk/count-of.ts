/** How many todos these acts concern: one act may take several of a case. */
export const countOf = (items: readonly { what: readonly string[] }[]): number =>
  items.reduce((sum, { what }) => sum + what.length, 0);

/** The first few, and how many there are. */
export const firstOf = (what: readonly string[], most = 3): string[] =>
  what.length <= most + 1 ? [...what] : [...what.slice(0, most), `……共${what.length}项`];
