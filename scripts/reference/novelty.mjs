import { officeLabel } from './sample-values.mjs';

/**
 * Whether a state is worth going on from. What is owed by whom, what may be done, and what the state keeps are sentences,
 * true or not of a state; a state is new when two of them were never so together before. All combinations of all
 * sentences would be too many.
 */
export function novelty() {
  const sayable = new Set();
  const known = new Set();
  return (state, permitted) => {
    const owed = Object.values(state.todos).map(({ step, office }) => `owed ${step} ${officeLabel(office)}`);
    const said = new Set([...owed, ...permitted.map(({ action }) => `may ${action}`), ...kept(state)]);
    const whole = `${state.stage}: ${[...said].sort().join(', ')}`;
    if (known.has(whole)) return false;
    known.add(whole);
    for (const one of said) sayable.add(one);
    const before = known.size;
    const all = [...sayable].map((one) => (said.has(one) ? one : `not ${one}`));
    for (const [index, one] of all.entries())
      for (const other of all.slice(index)) known.add(`${state.stage}: ${one} and ${other}`);
    return known.size > before;
  };
}

/** `confirmedBy.pilot`, `ending.reason`: what is there, whatever it is. */
function kept({ todos: _todos, ...state }) {
  return Object.entries(state).flatMap(([key, value]) =>
    value && typeof value === 'object'
      ? Object.entries(value).flatMap(([part, inner]) =>
          inner && !/\d/.test(part) ? [`has ${key}.${part}`] : [],
        )
      : value
        ? [`has ${key}`]
        : [],
  );
}
