import type { CaseState } from '../case.ts';
import type { Action, Kind } from '../kind.ts';
import { clocks } from './clocks.ts';
import { holders } from './holders.ts';
import { toTheFree } from './receivers.ts';
import { recusal } from './recusal.ts';
import { signers, withdrawal } from './signers.ts';
import { supervisionSteps } from './steps.ts';
import { urging } from './urging.ts';

const supervisionActions: Record<string, Action<CaseState>> = {
  ...clocks,
  ...urging,
  ...holders,
  ...signers,
  ...recusal,
};

/** The kind with what every kind has: clocks that stop and are extended, urging, hand-over, signatures, recusal. */
export function supervised<S extends CaseState>(kind: Kind<S>): Kind<S> {
  const every = { ...supervisionActions, 'withdraw-proposal': withdrawal(kind) };
  const own = Object.fromEntries(
    Object.entries(every).map(([code, action]) => [
      code,
      { ...toTheFree(kind, code, action), supervises: true },
    ]),
  ) as unknown as Kind<S>['actions'];
  return {
    ...kind,
    steps: { ...kind.steps, ...supervisionSteps },
    actions: { ...kind.actions, ...own },
  };
}
