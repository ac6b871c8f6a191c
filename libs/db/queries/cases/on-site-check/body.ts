import type { OnSiteCheckBody } from '#contracts/on-site-check';
import { groupsOf, itemLabelOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import type { EntityManager } from '../../../orm.ts';
import type { Reading } from '../bodies.ts';
import { stateOf } from '../case-row.ts';
import { openedBy } from '../commitment/opened.ts';
import { sourceOf } from '../commitment/source.ts';
import { told } from '../told.ts';
import { arrangedForm, namedCheckersOf, showsFindings } from './checklist.ts';
import { filledGroups, findingsOf } from './findings.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const signedLabels = { signed: '被查单位已签字', objected: '被查单位提出异议', unsigned: '被查单位未签字' };

export async function onSiteCheckBodyOf(em: EntityManager, reading: Reading): Promise<OnSiteCheckBody> {
  const { row, sight } = reading;
  const state = stateOf<OnSiteCheckState>(row);
  const form = await arrangedForm(em, row.id, state);
  const acts = (await told(em, [row.id], ['hand-in', 'sign', 'object', 'note-unsigned'])).get(row.id) ?? [];
  const shown = showsFindings(sight, state);
  const groups = await filledGroups(
    em,
    state,
    shown ? await findingsOf(em, row.id) : new Map<string, never>(),
  );
  const items = groups.flatMap((group) => group.items);
  const count = (result: string | null) => (shown ? items.filter((one) => one.result === result).length : 0);
  const handed = shown && state.stage !== 'planned';
  const last = (...actions: string[]) => acts.filter(({ action }) => actions.includes(action)).at(-1)?.form;
  const answer = state.signed ? last('sign', 'object', 'note-unsigned') : undefined;
  return {
    ...{ purpose: textOf(form.purpose) ?? '现场核查', place: textOf(form.place) ?? '' },
    basis: textOf(form.basis),
    source: await sourceOf(em, sight, state.source),
    ...{ on: state.on, round: state.round, checkers: await namedCheckersOf(em, state), groups, shown },
    mayFill: state.stage === 'planned',
    counts: { pass: count('pass'), fail: count('fail'), na: count('na'), open: count(null) },
    summary: handed ? textOf(last('hand-in')?.summary) : null,
    demands: handed ? textOf(last('hand-in')?.demands) : null,
    scores: handed ? scoresOf(state) : [],
    reserved: state.reserved === true,
    signedLabel: state.signed ? signedLabels[state.signed] : null,
    remark: textOf(answer?.remark) ?? textOf(answer?.reason),
    commitments: await opened(em, reading, state),
  };
}

const scoresOf = ({ checklist, groups, scores = {} }: OnSiteCheckState) =>
  groupsOf(checklist, groups).flatMap(({ code, label }) => {
    const score = scores[code];
    return score === undefined ? [] : [{ code, label, score }];
  });

async function opened(
  em: EntityManager,
  reading: Reading,
  { checklist, commitments }: OnSiteCheckState,
): Promise<OnSiteCheckBody['commitments']> {
  if (commitments.length === 0) return [];
  const lines = await openedBy(em, reading);
  return commitments.map(({ item }) => ({
    ...{ item, label: itemLabelOf(checklist, item), line: lines.get(item) ?? null },
  }));
}
