import type { PairListView } from '../../api/bureau-types.ts';

type Row = PairListView['rows'][number];

/** A hospital that the register doesn't know, to be handed to the system administrator. */
export interface Referred {
  listId: string;
  row: Row;
  problem: Row['problems'][number];
}

export const nameIn = ({ row, problem }: Referred): string =>
  problem.side === 'assisted' ? row.assistedText : row.pilotText;
