import type { CaseState } from '../case.ts';
import type { Kind } from '../kind.ts';
import { answering } from './answering.ts';
import { serviceElapse, serviceWake } from './clock.ts';
import { consenting } from './consents.ts';
import { serviceExpected } from './expected.ts';
import { paperReady, readyAction } from './ready.ts';
import { recording } from './recording.ts';
import { serviceSteps } from './steps.ts';

/** The kind with what every kind has: papers that are served formally, each on everybody, with its proof. */
export function served<S extends CaseState>(own: Kind<S>): Kind<S> {
  const kind = own as unknown as Kind<CaseState>;
  const whole: Kind<CaseState> = {
    ...kind,
    steps: { ...kind.steps, ...serviceSteps },
    actions: {
      ...kind.actions,
      [readyAction]: paperReady(kind),
      'sign-for-paper': answering(kind),
      'record-service': recording(kind),
      ...consenting(kind),
    },
    expected: (state) => [...kind.expected(state), ...serviceExpected(state, kind.parties(state))],
    wake: (state, book) =>
      [kind.wake?.(state, book), serviceWake(kind, state, book)]
        .filter((moment) => moment !== undefined)
        .sort()[0],
    elapse: (state, at, expired, book) => {
      const made = kind.elapse?.(state, at, expired, book) ?? { state, effects: [] };
      return serviceElapse(kind, made, { at, expired, book });
    },
  };
  return whole as unknown as Kind<S>;
}
