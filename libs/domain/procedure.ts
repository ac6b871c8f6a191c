import type { z } from 'zod';
import type { Actor, Post } from './actor.ts';
import type { CaseEvent, CaseState, Effect, Facts, RuleBook } from './case.ts';
import type { ActEvent, Action, Kind, Who } from './kind.ts';
import { isRefusal, postFor, postsFor, refuse, type Office, type Refusal } from './permission.ts';
import { elapse, nextWake } from './elapse.ts';
import { settle } from './settle.ts';

export interface Decision<S extends CaseState> {
  state: S;
  effects: Effect[];
}

/** The action by which the runner tells a procedure that an instant it waited for has come. */
export const clockAction = 'clock';
export const openAction = 'open';

/** Who asks, in which organisation (left out: in any of his), with which facts. */
export type Asking = Pick<CaseEvent, 'actor' | 'onBehalfOf' | 'facts'>;

/**
 * For whom the actor may do this now, or why not. Both decide() and the page ask here. Who holds posts on both sides
 * and names none acts for the first side that may.
 */
export function entitled<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  { actor, onBehalfOf, facts }: Asking,
): Who | Refusal {
  if (state.closedAt) return refuse('closed', '本事项已办结，不能再办理。');
  const sides = sidesOf(action.by(state), actor, onBehalfOf);
  if (isRefusal(sides)) return sides;
  if (action.stages && !action.stages.includes(state.stage)) {
    const now = kind.stages[state.stage] ?? state.stage;
    return refuse('stage', `现处于“${now}”阶段，不能办理“${action.label}”。`);
  }
  const answers = sides.map((who) => action.unless?.(state, who, facts) ?? who);
  return answers.find((answer) => !isRefusal(answer)) ?? answers[0] ?? noOffice;
}

const noOffice = refuse('office', '您的岗位不能办理此步骤。');

/** For whom the actor could act, most fitting first: once for each of his organisations that has such an office. */
function sidesOf(
  offices: readonly Office[] | 'system',
  actor: CaseEvent['actor'],
  onBehalfOf?: string,
): Who[] | Refusal {
  if (offices === 'system' || actor === 'system') {
    return offices === actor ? [{}] : refuse('office', '此步骤由系统办理。');
  }
  const posts = postsFor(actor, offices);
  const orgIds = posts.map(({ orgId }) => orgId);
  const asked = [...new Set(orgIds)].filter((orgId) => onBehalfOf === undefined || orgId === onBehalfOf);
  const sideOf = (orgId: string): Who => {
    const there = posts.filter((held) => held.orgId === orgId);
    const { actingFor } = there.find((held) => !held.actingFor) ?? there[0]!;
    return { personId: actor.personId, orgId, ...(actingFor ? { actingFor } : {}) };
  };
  return asked.length === 0 ? noOffice : asked.map(sideOf);
}

/**
 * The posts that an act rests on: each of them alone entitles the actor to it for the same organisation. `state` is
 * the one before the act.
 */
export function entitlingPosts<S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  { action, actor, onBehalfOf }: Pick<CaseEvent, 'action' | 'actor' | 'onBehalfOf'>,
): Post[] {
  const offices = state ? kind.actions[action]?.by(state) : kind.opening.by;
  if (actor === 'system' || offices === undefined || offices === 'system') return [];
  const posts = postsFor(actor, offices);
  const orgId = onBehalfOf ?? posts[0]?.orgId;
  return posts.filter((held) => held.orgId === orgId);
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
  return isRefusal(outcome) ? outcome : settle(kind, outcome, event, book);
}

function outcomeOf<S extends CaseState>(
  kind: Kind<S>,
  state: S | undefined,
  event: CaseEvent,
  book: RuleBook,
) {
  if (event.action === openAction) return open(kind, state, event, book);
  if (!state) return refuse('unknown-case', '没有找到该事项。');
  if (event.action === clockAction) {
    const due = nextWake(kind, state, book, event.at);
    return due !== undefined && due <= event.at
      ? elapse(kind, state, event.at, book)
      : refuse('nothing-due', '目前没有到期的期限。');
  }
  const action = kind.actions[event.action];
  if (!action) return refuse('unknown-action', '没有这一办理步骤。');
  const who = entitled(kind, state, action, event);
  if (isRefusal(who)) return who;
  const parsed = parse(action.fields, event);
  return isRefusal(parsed) ? parsed : action.apply(state, { ...parsed, who }, book);
}

function open<S extends CaseState>(kind: Kind<S>, state: S | undefined, event: CaseEvent, book: RuleBook) {
  if (state) return refuse('opened', '该事项已经立项。');
  const { by } = kind.opening;
  const fits =
    by === 'system' ? event.actor === 'system' : event.actor !== 'system' && postFor(event.actor, by);
  if (!fits) return refuse('office', '您的岗位不能发起此类事项。');
  const parsed = parse(kind.opening.fields, event);
  return isRefusal(parsed) ? parsed : kind.opening.apply({ ...parsed, who: {} }, book);
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
}

/** The organisations for which this person may do this now; first the one for which he acts unless he says. */
function mayActFor<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  { actor, facts }: { actor: Actor; facts: Facts },
): string[] {
  const sides = sidesOf(action.by(state), actor);
  const orgIds = isRefusal(sides) ? [] : sides.flatMap(({ orgId }) => orgId ?? []);
  return orgIds.filter(
    (onBehalfOf) => !isRefusal(entitled(kind, state, action, { actor, onBehalfOf, facts })),
  );
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
      return [{ action: code, label, permitted: true, onBehalfOf }];
    }
    return who.refused === 'office'
      ? []
      : [{ action: code, label, permitted: false, reason: who.reason, onBehalfOf: [] }];
  });
}
