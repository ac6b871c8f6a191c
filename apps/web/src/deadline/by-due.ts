/** Earliest due day first, what has none last. */
export const byDue = (a: { due: string | null }, b: { due: string | null }): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999');
