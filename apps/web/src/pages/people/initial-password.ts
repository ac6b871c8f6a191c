/** Letters and digits that are not taken for one another when read from a slip of paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 12;

/** An initial password: shown once, changed at the first log-in. */
export function initialPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length * 2));
  // Bytes beyond the last whole multiple would make the first signs more likely.
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % signs.length));
  const text = fair.slice(0, length).map((byte) => signs[byte % signs.length]);
  return text.join('').replace(/(.{4})(?=.)/g, '$1-');
}
