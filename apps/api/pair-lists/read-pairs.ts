import type { PairListReading } from '#contracts/pair-list';
import type { PairRow } from '#domain/kinds/campaign/pairs/pair';
import { parsePastedPairs } from '#domain/kinds/campaign/pairs/paste';
import type { PasteProblem } from '#domain/kinds/campaign/pairs/paste-problem';
import type { TableProblem } from '#files/tables/table';
import type { PairTable } from '#files/tables/pairs-in-sheets';

export interface ReadPairs {
  rows: PairRow[];
  reading: PairListReading;
}

const most = { rows: 5000, faults: 200, skipped: 200, skippedText: 100 };
/** These are about the text as a whole, though they are reported at its first line. */
const ofWhole: readonly PasteProblem['code'][] = ['nothing', 'too-long', 'too-many'];

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
export const storable = (text: string): string => text.replace(/\0|\p{Cs}/gu, '');

export function readPasted(text: string): ReadPairs {
  const { rows, problems, skipped } = parsePastedPairs(storable(text));
  return {
    // Beyond the limit the list can't be launched, and nobody reads so many rows.
    rows: rows.slice(0, most.rows),
    reading: {
      faults: few(problems.map(pasteFault)),
      skipped: skipped
        .slice(0, most.skipped)
        .map(({ line, text: one }) => ({ line, text: one.slice(0, most.skippedText) })),
    },
  };
}

function pasteFault({ code, message, remedy }: PasteProblem): string {
  return ofWhole.includes(code) ? message.replace(/^第 1 行/u, '') + remedy : `原文${message}${remedy}`;
}

export function readTable({ rows, problems }: PairTable): ReadPairs {
  const faults = problems.map(({ message, remedy }: TableProblem) => `表格${message}${remedy}`);
  if (rows.length > most.rows) faults.unshift(`超过 ${most.rows} 对医院。请分几次活动发起。`);
  const clean = rows.slice(0, most.rows).map(({ row, pilotText, assistedText }) => ({
    row,
    pilotText: storable(pilotText),
    assistedText: storable(assistedText),
  }));
  return { rows: clean, reading: { faults: few(faults), skipped: [] } };
}

const few = (faults: string[]): string[] =>
  faults.length > most.faults
    ? [...faults.slice(0, most.faults), `另有 ${faults.length - most.faults} 处同类问题。`]
    : faults;
