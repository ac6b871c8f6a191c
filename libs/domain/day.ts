/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Compares as a string. */
export type Day = string;
/** A moment as ISO 8601 in UTC with milliseconds, `2026-11-22T08:00:00.000Z`. Compares as a string. */
export type Instant = string;
