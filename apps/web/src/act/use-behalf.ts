import { useState } from 'react';
import type { ActionView, CaseView } from '../api/types.ts';

export interface Behalf {
  choices: { value: string; label: string }[];
  /** undefined where there is nothing to choose. */
  chosen: string | undefined;
  choose: (orgId: string) => void;
}

/** Who may do the act for several organisations says for which; at first the one whose todo he opened. */
export function useBehalf(
  action: ActionView | undefined,
  { todos }: CaseView,
  todoKey: string | undefined,
): Behalf {
  const choices = (action?.onBehalfOf ?? []).map(({ orgId, name }) => ({ value: orgId, label: name }));
  const owed = todos.find(({ key, mine }) => mine && key === todoKey)?.orgId;
  const first = choices.find(({ value }) => value === owed) ?? choices[0];
  const [chosen, choose] = useState(choices.length > 1 ? first?.value : undefined);
  return { choices, chosen, choose };
}
