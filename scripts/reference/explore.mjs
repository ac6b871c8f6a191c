import { bookFor, kindOf, shippedDeadlines, shippedRoutes } from '#domain/kinds/index';
import { addDays, at } from '#domain/day';
import { nextWake } from '#domain/elapse';
import { isRefusal } from '#domain/permission';
import { clockAction, decide, entitled, openAction } from '#domain/procedure';
import { novelty } from './novelty.mjs';
import { actorIn, broughtBy, choices, facts, openedWith } from './sample-values.mjs';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const book = { ...bookFor('campaign', calendar), deadlines: shippedDeadlines, routes: shippedRoutes };
/** What every kind has alike (libs/domain/supervision, libs/domain/service) is told once, not of each kind. */
export const ownActions = (kind) => Object.entries(kind.actions).filter(([, { supervises }]) => !supervises);

/** For how many of its moments a state is left alone. */
const mostMoments = 20;

/**
 * Plays a kind in the ways that its own tables allow: every action, every office that may do it, every choice of its
 * form, and the clock. What the reference says of a kind is what decide() did here. An action that was never done is
 * an error: it needs a sample value.
 */
export function explore(code) {
  const kind = kindOf(code);
  const found = { kind, moves: new Map(), acts: new Map(), holders: new Map(), stages: new Set() };
  const refused = new Map();
  const waiting = [];
  const isNew = novelty();
  const arrive = ({ state, effects }, day, ordered) => {
    found.stages.add(state.stage);
    for (const { step, office } of Object.values(state.todos)) put(found.holders, step, office);
    const orders = new Set([...ordered, ...effects.map(({ type }) => type)]);
    if (isNew(state, permitted(kind, state, orders))) waiting.push({ state, day, orders });
  };
  const opener = kind.opening.by === 'system' ? 'system' : kind.opening.by[0];
  for (const fields of openedWith(code)) {
    const opened = step(kind, undefined, '2026-03-23', openAction, opener, fields);
    if (isRefusal(opened)) throw new Error(`${code} does not open: ${opened.reason}`);
    put(found.acts, openAction, { office: opener, effects: opened.effects });
    arrive(opened, '2026-03-24', []);
  }
  for (const { state, day, orders } of waiting) {
    for (const { action, office } of permitted(kind, state, orders)) {
      for (const fields of choices(kind.actions[action].fields, state, day)) {
        const done = step(kind, state, day, action, office, fields);
        if (isRefusal(done)) {
          refused.set(action, done.reason);
          continue;
        }
        put(found.acts, action, { office, effects: done.effects });
        put(found.moves, `${state.stage} ${done.state.stage}`, action);
        arrive(done, addDays(day, 1), orders);
      }
    }
    for (const { wake, ...later } of waited(kind, state, day))
      arrive(later, addDays(wake.slice(0, 10), 1), orders);
  }
  const idle = ownActions(kind).flatMap(([action]) => (found.acts.has(action) ? [] : [action]));
  const why = idle.map((action) => `${action} (${refused.get(action) ?? 'nobody could'})`);
  if (why.length === 0) return found;
  throw new Error(`${code}: never done, see scripts/reference/sample-values.mjs: ${why.join(', ')}`);
}

/** What becomes of a state while nobody acts: one state for each moment that it waited for. */
function* waited(kind, state, day) {
  let now = at(day, '09:00');
  for (let moment = 0; moment < mostMoments; moment += 1) {
    const wake = nextWake(kind, state, book, now);
    if (wake === undefined) return;
    const rung = decide(kind, state, eventOf(clockAction, 'system', {}, wake), book);
    if (isRefusal(rung)) return;
    state = rung.state;
    now = wake;
    yield { ...rung, wake };
  }
}

/** What may be done in a state and by whom; what the system brings back, only after it was ordered. */
function permitted(kind, state, orders) {
  return ownActions(kind).flatMap(([action, row]) => {
    const by = row.by(state);
    if (by === 'system' && !broughtBy[action]?.some((type) => orders.has(type))) return [];
    return (by === 'system' ? [by] : by)
      .filter((office) => !isRefusal(entitled(kind, state, row, { actor: actorIn(office), facts })))
      .map((office) => ({ action, office }));
  });
}

const eventOf = (action, actor, fields, moment) => ({
  actId: `${moment}:${action}`,
  action,
  actor,
  at: moment,
  day: moment.slice(0, 10),
  fields,
  facts,
});
const step = (kind, state, day, action, office, fields) =>
  decide(kind, state, eventOf(action, actorIn(office), fields, at(day, '10:00')), book);

function put(map, key, value) {
  const list = map.get(key) ?? [];
  if (!list.some((one) => JSON.stringify(one) === JSON.stringify(value))) list.push(value);
  map.set(key, list);
}
