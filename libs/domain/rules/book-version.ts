/** A book is a calendar and a revision of the rows: `cn-2026`, and `cn-2026+3` after rows were appended three times. */
export const bookVersion = (calendar: string, revision: number): string =>
  revision === 0 ? calendar : `${calendar}+${revision}`;

/** 0 where only shipped rows hold. */
export const revisionOf = (version: string): number => Number(/\+(\d+)$/.exec(version)?.[1] ?? 0);
