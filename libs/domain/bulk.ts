import type { Actor } from './actor.ts';
import type { CaseState } from './case.ts';
import { entitled, hinders } from './entitled.ts';
import type { Kind, Who } from './kind.ts';
import { isRefusal, postsFor, refuse, type Refusal } from './permission.ts';
import { stepKey } from './settle.ts';
import { pendingSigners } from './signing.ts';
import { isHis, isWork } from './supervision/working.ts';

/**
 * What may be done to many cases in one go: acts that ask for nothing but a decision, a person and a few words. Who
 * signs a campaign launches all its cases, and reads its paper first: that stays an act by itself.
 */
export const bulkActions: readonly string[] = [
  'urge',
  'decide-extension',
  'decide-suspension',
  'approve-midterm',
  'approve-final',
  'decide-ending',
  'reassign',
  'hand-over',
];

/**
 * Papers that wait for the same signature are signed in one go once each was shown: only a yes, since what is sent back
 * is sent back with its own reasons.
 */
const paperActions: Record<string, Record<string, Record<string, unknown>>> = {
  dispatch: {
    review: { decision: 'pass' },
    'legal-review': { decision: 'pass' },
    sign: { decision: 'sign' },
  },
};
export const bulkPaperCodes: readonly string[] = [
  ...new Set(Object.values(paperActions).flatMap((actions) => Object.keys(actions))),
];
const yesOf = (kind: string, code: string) => paperActions[kind]?.[code];

/** Whether acts of this code may be done to many cases of this kind at once. */
export const mayBulk = (kind: string, code: string): boolean =>
  bulkActions.includes(code) || yesOf(kind, code) !== undefined;

/** Of such an act on a paper: its form says yes and nothing else but a note. */
export function isBulkForm(
  kind: string,
  code: string,
  { note: _, ...form }: Record<string, unknown>,
): boolean {
  const yes = yesOf(kind, code);
  if (!yes) return bulkActions.includes(code);
  return Object.keys(form).length === Object.keys(yes).length && form.decision === yes.decision;
}

/** One act that would be done: which of the chosen todos it is about, and the part of its form that names them. */
export interface BulkTarget {
  keys: string[];
  form: Record<string, unknown>;
  onBehalfOf?: string;
}

export interface BulkTargets {
  targets: BulkTarget[];
  /** Why nothing, or not all, can be done; absent where the act is none of his. */
  refusal?: Refusal;
}

/** Of the chosen todos of one case: the acts of this code that the actor may do, asked as decide() asks. */
export function bulkTargets<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  code: string,
  { actor, keys }: { actor: Actor; keys: readonly string[] },
): BulkTargets {
  const action = kind.actions[code];
  if (!action || !mayBulk(kind.code, code)) return { targets: [] };
  const targets: BulkTarget[] = [];
  let refusal: Refusal | undefined;
  let rest = [...keys];
  for (const onBehalfOf of new Set(actor.posts.map(({ orgId }) => orgId))) {
    const who = entitled(kind, state, action, { actor, onBehalfOf, facts: {} });
    if (isRefusal(who)) {
      if (who.refused !== 'office') refusal ??= who;
      continue;
    }
    refusal ??= unfit;
    const fits = rest.filter((key) => isMeant(kind, state, code, { key, who, actor }));
    rest = rest.filter((key) => !fits.includes(key));
    targets.push(...formsOf(kind, code, fits).map((one) => ({ ...one, onBehalfOf })));
  }
  return { targets, ...(refusal && rest.length > 0 ? { refusal } : {}) };
}

const unfit = refuse(
  'unfit',
  '此项不能这样办理：不是这类事项、不由您（或正由您自己）办理，或者已中止计算期限。',
);

function isMeant<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  code: string,
  { key, who, actor }: { key: string; who: Who; actor: Actor },
): boolean {
  const todo = state.todos[key];
  if (!todo) return false;
  if (code === 'urge') {
    const stands = todo.deadline?.suspensions.some(({ to }) => to === undefined);
    // What he owes himself he does not urge.
    return isWork(state, key, todo) && !stands && postsFor(actor, [todo.office]).length === 0;
  }
  if (code === 'reassign') return !('orgId' in todo.office) || todo.office.orgId === who.orgId;
  if (code === 'hand-over') return isHis(todo, who, actor);
  const signing = state.signings?.[stepKey(key)];
  if (yesOf(kind.code, code) && !signing) return kind.steps[todo.step]?.action === code;
  return (
    kind.steps[todo.step]?.action === code &&
    signing !== undefined &&
    !hinders(signing, pendingSigners(signing), who)
  );
}

/** Urging takes all of a case in one act; what is decided or given to somebody is an act for each todo. */
function formsOf<S extends CaseState>(kind: Kind<S>, code: string, keys: string[]): BulkTarget[] {
  if (keys.length === 0) return [];
  if (code === 'urge') return [{ keys, form: { todos: keys } }];
  if (code === 'reassign' || code === 'hand-over')
    return keys.map((key) => ({ keys: [key], form: { todo: key } }));
  const yes = yesOf(kind.code, code);
  if (yes) return keys.map((key) => ({ keys: [key], form: { ...yes } }));
  const asks = kind.actions[code]?.round !== undefined;
  return keys.map((key) => ({ keys: [key], form: asks ? { request: roundOf(key) } : {} }));
}

const roundOf = (key: string): string => stepKey(key).slice(key.indexOf('/') + 1);
