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
export function served<S extends CaseState>(plain: Kind<S>): Kind<S> {
  const kind = plain as unknown as Kind<CaseState>;
  const own = Object.fromEntries(
    Object.entries({
      [readyAction]: paperReady(kind),
      'sign-for-paper': answering(kind),
      'record-service': recording(kind),
      ...consenting(kind),
    }).map(([code, action]) => [code, { ...action, supervises: true }]),
  );
  const whole: Kind<CaseState> = {
    ...kind,
    steps: { ...kind.steps, ...serviceSteps },
    actions: { ...kind.actions, ...own },
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
