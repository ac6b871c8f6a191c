/** For `ilike`: what was typed is text, not a pattern. */
export const containing = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
