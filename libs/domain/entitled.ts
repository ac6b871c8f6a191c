import type { Post } from './actor.ts';
import type { CaseEvent, CaseState } from './case.ts';
import { personsOf, type Action, type Kind, type Who } from './kind.ts';
import { isRefusal, postsFor, refuse, type Office, type Refusal } from './permission.ts';
import { fillsPlace, pendingSigners, signedBy, type Signer, type Signing } from './signing.ts';

/** Who asks, in which organisation (left out: in any of his), with which facts. */
export type Asking = Pick<CaseEvent, 'actor' | 'onBehalfOf' | 'facts'>;

/**
 * For whom the actor may do this now, or why not. Both decide() and the page ask here. Who holds posts on both sides
 * and names none acts for the first side that may; his own post goes before one that he holds for somebody absent.
 */
export function entitled<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  { actor, onBehalfOf, facts }: Asking,
): Who | Refusal {
  if (state.closedAt) return refuse('closed', '本事项已办结，不能再办理。');
  const sides = sidesOf(officesOf(kind, state, action, actor), actor, onBehalfOf);
  if (isRefusal(sides)) return sides;
  if (action.stages && !action.stages.includes(state.stage)) {
    const now = kind.stages[state.stage] ?? state.stage;
    return refuse('stage', `现处于“${now}”阶段，不能办理“${action.label}”。`);
  }
  const hindered = (who: Who) =>
    conflictOf(kind, state, action, { who, actor }) ??
    unsigned(kind, state, action, who) ??
    action.unless?.(state, who, facts) ??
    nothingToSign(kind, state, action);
  const answers = sides.map((who) => hindered(who) ?? who);
  return answers.find((answer) => !isRefusal(answer)) ?? answers[0] ?? noOffice;
}

const noOffice = refuse('office', '您的岗位不能办理此步骤。');

/** The signings that this action answers, with the places that wait. */
export function placesOf<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
): { key: string; signing: Signing; places: Signer[] }[] {
  if (!action.route) return [];
  return Object.entries(state.signings ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .filter(([, signing]) => kind.actions[signing.action] === action)
    .map(([key, signing]) => ({ key, signing, places: pendingSigners(signing) }));
}

/** The offices of whoever has to sign; those of the action; and a superior who has taken the work over. */
function officesOf<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  actor: CaseEvent['actor'],
): readonly Office[] | 'system' {
  const by = action.by(state);
  if (by === 'system' || actor === 'system') return by;
  const places = placesOf(kind, state, action).flatMap((signing) => signing.places);
  if (places.length > 0) return places.flatMap(({ offices }) => offices);
  const persons = [actor.personId, ...actor.posts.flatMap(({ actingFor }) => actingFor ?? [])];
  const taken = Object.values(state.todos).flatMap(({ step, assigned }) =>
    assigned?.sort === 'take-over' &&
    persons.includes(assigned.personId) &&
    kind.actions[kind.steps[step]?.action ?? ''] === action
      ? [assigned.office]
      : [],
  );
  return taken.length === 0 ? by : [...by, ...taken];
}

/** For whom the actor could act, most fitting first: once for each organisation and person whose office it is. */
export function sidesOf(
  offices: readonly Office[] | 'system',
  actor: CaseEvent['actor'],
  onBehalfOf?: string,
): Who[] | Refusal {
  if (offices === 'system' || actor === 'system')
    return offices === actor ? [{}] : refuse('office', '此步骤由系统办理。');
  const sides = new Map<string, Who>();
  const posts = postsFor(actor, offices);
  for (const { orgId, actingFor } of [...posts.filter(own), ...posts.filter((post) => !own(post))]) {
    if (onBehalfOf !== undefined && orgId !== onBehalfOf) continue;
    const who = { personId: actor.personId, orgId, ...(actingFor ? { actingFor } : {}) };
    if (!sides.has(`${orgId}/${actingFor}`)) sides.set(`${orgId}/${actingFor}`, who);
  }
  return sides.size === 0 ? noOffice : [...sides.values()];
}
const own = ({ actingFor }: Post) => actingFor === undefined;

/** 回避: by decision, by a declared relation with a party, or because one did what is now to be judged. */
export function conflictOf<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S> | undefined,
  { who, actor }: { who: Who; actor: CaseEvent['actor'] },
): Refusal | undefined {
  if (actor === 'system') return undefined;
  const persons = personsOf(who);
  if (persons.some((person) => state.recused?.includes(person)))
    return refuse('recused', '您或您所代行的人已按决定回避本事项，不能办理。');
  const parties = kind.parties(state);
  const supervises = who.orgId === undefined || !parties.includes(who.orgId);
  const related = actor.conflicts?.some(
    ({ personId, orgId }) => persons.includes(personId) && parties.includes(orgId),
  );
  if (supervises && related)
    return refuse('conflict', '您或您所代行的人与当事单位有已申报的回避关系，不能办理本事项。');
  const done = action?.apartFrom?.find((code) =>
    persons.some((person) => state.hands?.[code]?.includes(person)),
  );
  if (!action || done === undefined) return undefined;
  const label = done === 'open' ? '立项' : (kind.actions[done]?.label ?? done);
  return refuse('own', `您或您所代行的人办理过“${label}”，不能再办理“${action.label}”。`);
}

/** Of an action that is signed: why this person may fill none of the places that wait. */
function unsigned<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  action: Action<S>,
  who: Who,
): Refusal | undefined {
  const signings = placesOf(kind, state, action);
  const reasons = signings.map(({ signing, places }) => hinders(signing, places, who));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

export function hinders(signing: Signing, places: readonly Signer[], who: Who): Refusal | undefined {
  const persons = personsOf(who);
  if (persons.some((person) => signing.askedBy.includes(person)))
    return refuse('own', '您或您所代行的人提出了此事，不能由本人审批。');
  if (persons.some((person) => signedBy(signing).includes(person)))
    return refuse('signed', '您或您所代行的人已在此事上签署过意见，一人只签署一次。');
  return places.some((place) => fillsPlace(place, who))
    ? undefined
    : refuse('place', '此事已指定由他人签署。');
}

const nothingToSign = <S extends CaseState>(kind: Kind<S>, state: S, action: Action<S>) =>
  action.route && placesOf(kind, state, action).length === 0
    ? refuse('nothing', `目前没有待办的“${action.label}”。`)
    : undefined;
