import type { OpenTodo } from '../case.ts';
import type { Office } from '../permission.ts';

/** Whom a message about this work reaches: whoever has it in hand, else the office that owes it. */
export function toHolder({ office, holder, assigned }: OpenTodo): { to: Office; person?: string } {
  const person = assigned?.personId ?? holder;
  return { to: assigned?.office ?? office, ...(person === undefined ? {} : { person }) };
}
