import type { ChecklistItem, ChecklistView } from '#contracts/on-site-check';
import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { checkersOf, unshown, type OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import type { EntityManager } from '../../../orm.ts';
import { sourceForm } from '../../source-form.ts';
import { readCase, stageLabel, stateOf } from '../case-row.ts';
import { orgNames, personNames } from '../names.ts';
import { told } from '../told.ts';
import type { Sight } from '../visible.ts';
import { filledGroups, findingsOf } from './findings.ts';
import { mayNotFill } from './fills.ts';

/** What one checker wrote is shown outside the bureau only when another has confirmed it and it was published. */
export const showsFindings = (sight: Sight, { stage }: OnSiteCheckState): boolean =>
  sight === 'all' || !unshown.includes(stage);

export async function arrangedForm(
  em: EntityManager,
  caseId: string,
  state: OnSiteCheckState,
): Promise<Record<string, unknown>> {
  const own = (await told(em, [caseId], ['open'])).get(caseId)?.at(-1)?.form;
  return own ?? (await sourceForm(em, state)) ?? {};
}

export async function namedCheckersOf(em: EntityManager, state: OnSiteCheckState) {
  const ids = checkersOf(state).map(({ personId }) => personId);
  const nameOf = await personNames(em, ids);
  return ids.map((personId) => ({ personId, name: nameOf(personId) ?? '' }));
}

/** The checklist as it is being filled in. */
export async function checklist(em: EntityManager, actor: Actor, caseId: string): Promise<ChecklistView> {
  const { row, sight } = await readCase(em, actor, caseId);
  if (row.kind !== 'on-site-check') throw notFound('本案没有检查表。');
  const state = stateOf<OnSiteCheckState>(row);
  const form = await arrangedForm(em, caseId, state);
  const findings = showsFindings(sight, state) ? await findingsOf(em, caseId) : new Map<string, never>();
  const reason = mayNotFill(actor, state);
  return {
    ...{ caseId, title: row.title, number: row.number },
    visited: (await orgNames(em, [state.visitedId]))(state.visitedId) ?? '',
    place: typeof form.place === 'string' ? form.place : '',
    ...{ on: state.on, stage: row.stage, stageLabel: stageLabel(row.kind, row.stage) },
    checkers: await namedCheckersOf(em, state),
    ...{ mayFill: reason === undefined, reason: reason ?? null },
    groups: await filledGroups(em, state, findings),
  };
}

export async function checklistItem(
  em: EntityManager,
  actor: Actor,
  caseId: string,
  item: string,
): Promise<ChecklistItem> {
  const { groups } = await checklist(em, actor, caseId);
  const found = groups.flatMap(({ items }) => items).find((one) => one.item === item);
  if (!found) throw notFound('检查表中没有这一项。');
  return found;
}
