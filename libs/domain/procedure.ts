import type { z } from 'zod';
import type { Actor, Post } from './actor.ts';
import type { CaseEvent, CaseState, Effect, Facts, RuleBook } from './case.ts';
import { elapse, nextWake } from './elapse.ts';
import { entitled, hinders, placesOf, sidesOf } from './entitled.ts';
import { personsOf, type ActEvent, type Action, type Kind, type Outcome, type Who } from './kind.ts';
import { isRefusal, postsFor, refuse, type Refusal } from './permission.ts';
import { bookAction, rebook } from './rebook.ts';
import { settle } from './settle.ts';
import { placeOf, sign } from './signing.ts';

export { entitled } from './entitled.ts';

export interface Decision<S extends CaseState> {
  state: S;
  effects: Effect[];
  /** The absent person whose post the actor exercised. */
  actingFor?: string;
}

/** The action by which the runner tells a procedure that an instant it waited for has come. */
export const clockAction = 'clock';
export const openAction = 'open';

/**
 * The posts that an act rests on: each of them alone entitles the actor to it for the same organisation. `state` is
 * the one before the act.
 */
export function entitlingPosts<S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  { action: code, actor, onBehalfOf, facts }: Omit<CaseEvent, 'actId' | 'at' | 'day' | 'fields'>,
): Post[] {
  if (actor === 'system') return [];
  if (!state) {
    const { by } = kind.opening;
    const posts = by === 'system' ? [] : postsFor(actor, by);
    return posts.filter(({ orgId }) => orgId === (onBehalfOf ?? posts[0]?.orgId));
  }
  const action = kind.actions[code];
  const who = action && entitled(kind, state, action, { actor, onBehalfOf, facts });
  if (!action || !who || isRefusal(who)) return [];
  const alone = (post: Post) =>
    entitled(kind, state, action, { actor: { ...actor, posts: [post] }, onBehalfOf: who.orgId, facts });
  return actor.posts.filter((post) => post.actingFor === who.actingFor && !isRefusal(alone(post)));
}

/**
 * The one decision: what this event makes of this state. Pure; the same event on the same state
 * with the same book gives the same answer for ever.
 */
export function decide<S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  event: CaseEvent,
  book: RuleBook,
): Decision<S> | Refusal {
  const outcome = outcomeOf(kind, state, event, book);
  if (isRefusal(outcome)) return outcome;
  const { who, ...made } = outcome;
  const decision = settle(
    kind,
    { ...made, state: withHands(kind, made.state, event.action, who) },
    event,
    book,
  );
  return who?.actingFor === undefined ? decision : { ...decision, actingFor: who.actingFor };
}

type Made<S> = Outcome<S> & { who?: Who };

function outcomeOf<S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  event: CaseEvent,
  book: RuleBook,
): Made<S> | Refusal {
  if (event.action === openAction) return open(kind, state, event, book);
  if (!state) return refuse('unknown-case', '没有找到该事项。');
  if (event.action === clockAction) {
    const due = nextWake(kind, state, book, event.at);
    return due !== undefined && due <= event.at
      ? elapse(kind, state, event.at, book)
      : refuse('nothing-due', '目前没有到期的期限。');
  }
  if (event.action === bookAction) return rebook(state, event.at, book);
  const action = kind.actions[event.action];
  if (!action) return refuse('unknown-action', '没有这一办理步骤。');
  const who = entitled(kind, state, action, event);
  if (isRefusal(who)) return who;
  const parsed = parse(action.fields, event);
  if (isRefusal(parsed)) return parsed;
  const act = { ...parsed, who };
  const made = action.route ? signed(kind, state, action, act, book) : action.apply(state, act, book);
  return isRefusal(made) ? made : { ...made, who };
}

function open<S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  event: CaseEvent,
  book: RuleBook,
): Made<S> | Refusal {
  if (state) return refuse('opened', '该事项已经立项。');
  const { by, bySystemToo } = kind.opening;
  const sides = sidesOf(
    event.actor === 'system' && bySystemToo ? 'system' : by,
    event.actor,
    event.onBehalfOf,
  );
  if (isRefusal(sides)) return refuse('office', '您的岗位不能发起此类事项。');
  const who = sides[0] ?? {};
  const parsed = parse(kind.opening.fields, event);
  if (isRefusal(parsed)) return parsed;
  const made = kind.opening.apply({ ...parsed, who }, book);
  return isRefusal(made) ? made : { ...made, who };
}

/** A signature: the action itself is done by the last one, or by the first that makes approval impossible. */
function signed<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  act: ActEvent<unknown>,
  book: RuleBook,
): Outcome<S> | Refusal {
  const { actor, who, fields } = act;
  const round = action.round?.(fields);
  const asked = placesOf(kind, state, action).filter(
    ({ key, signing, places }) =>
      (round === undefined || key.slice(key.indexOf('/') + 1) === round) &&
      hinders(signing, places, who) === undefined,
  );
  const [first] = asked;
  const place = first && actor !== 'system' ? placeOf(first.signing, actor, who) : undefined;
  if (!first || !place) return refuse('place', '此事不由您签署，或已经签署。');
  const vote = (action.approves?.(fields) ?? true) ? 'approve' : 'refuse';
  const { signing, verdict } = sign(first.signing, place, vote, who, act.day);
  const next = { ...state, signings: { ...state.signings, [first.key]: signing } };
  return verdict === 'pending' ? { state: next, effects: [] } : action.apply(next, act, book);
}

/** Keeps who did an act whose doers may not do another. */
function withHands<S extends CaseState>(kind: Kind<S>, state: S, code: string, who: Who | undefined): S {
  const persons = who ? personsOf(who) : [];
  const kept = Object.values(kind.actions).some(({ apartFrom }) => apartFrom?.includes(code));
  if (persons.length === 0 || !kept) return state;
  const hands = [...new Set([...(state.hands?.[code] ?? []), ...persons])];
  return { ...state, hands: { ...state.hands, [code]: hands } };
}

function parse<F>(schema: z.ZodType<F>, event: CaseEvent): Omit<ActEvent<F>, 'who'> | Refusal {
  const parsed = schema.safeParse(event.fields);
  if (parsed.success) return { ...event, fields: parsed.data };
  const issue = parsed.error.issues[0];
  return refuse('fields', issue?.message ?? '填写的内容不完整。', issue?.path.join('.'));
}

export interface AllowedAction {
  action: string;
  label: string;
  permitted: boolean;
  reason?: string;
  /** The organisations for which it may be done now; with several the actor chooses. */
  onBehalfOf: string[];
  /** The absent person whose post it would be done in. */
  actingFor?: string;
}

/** The organisations for which this person may do this now; first the one for which he acts unless he says. */
function mayActFor<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  { actor, facts }: { actor: Actor; facts: Facts },
): string[] {
  const orgIds = [...new Set(actor.posts.map(({ orgId }) => orgId))];
  const may = orgIds.filter(
    (onBehalfOf) => !isRefusal(entitled(kind, state, action, { actor, onBehalfOf, facts })),
  );
  const first = entitled(kind, state, action, { actor, facts });
  return isRefusal(first) ? may : may.sort((one) => (one === first.orgId ? -1 : 0));
}

/** What this person may do now, and for his other actions why not. Actions of other offices are left out. */
export function allowed<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  actor: Actor,
  facts: Facts,
): AllowedAction[] {
  return Object.entries(kind.actions).flatMap(([code, action]): AllowedAction[] => {
    const { label } = action;
    const who = entitled(kind, state, action, { actor, facts });
    if (!isRefusal(who)) {
      const onBehalfOf = mayActFor(kind, state, action, { actor, facts });
      const { actingFor } = who;
      return [{ action: code, label, permitted: true, onBehalfOf, ...(actingFor ? { actingFor } : {}) }];
    }
    return who.refused === 'office'
      ? []
      : [{ action: code, label, permitted: false, reason: who.reason, onBehalfOf: [] }];
  });
}
