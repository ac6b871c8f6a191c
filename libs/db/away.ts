/** SQLSTATE class 08 and 57P01–57P03: connection lost, server shutting down or starting. */
const states = /^(08\w{3}|57P0[123])$/;
const network: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'],
]);
/** The driver's own words where the server said nothing more. */
const ended = /^Connection terminated|^timeout exceeded when trying to connect|connection.* closed/i;

/** PostgreSQL was not there or went away: nothing is wrong with what was asked, it can be asked again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = 'code' in error ? error.code : undefined;
  if ((typeof code === 'string' && states.test(code)) || network.has(code)) return true;
  return ended.test(error.message) || isDatabaseAway(error.cause);
}
