import type { Clock } from '#config/clock';
import type { CaseView } from '#contracts/case';
import type { Actor } from '#domain/actor';
import { kindOf } from '#domain/kinds/index';
import type { ServingState } from '#domain/kinds/serving/state';
import { allowed } from '#domain/procedure';
import { CaseFile } from '../../entities/case-file.ts';
import type { CaseFileRow } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import { bodyOf } from './bodies.ts';
import { caseFiles } from './case-files.ts';
import { caseMap } from './case-map.ts';
import { casePeople } from './case-people.ts';
import { readCase, stageLabel } from './case-row.ts';
import { caseTodos } from './case-todos.ts';
import { orgNames } from './names.ts';
import { caseNotices } from './notices.ts';
import { partOf } from './parts.ts';
import { caseEscalations } from './supervision/escalations.ts';
import type { Sight } from './visible.ts';

/** Everything that the page of a case shows. */
export async function caseView(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  caseId: string,
): Promise<CaseView> {
  const { row, sight } = await readCase(em, actor, caseId);
  const kind = kindOf(row.kind);
  const today = clock.today();
  const calendar = await currentCalendar(em);
  const { state } = row;
  const reading = { row, sight, today, calendar };
  return {
    ...{ id: row.id, kind: row.kind, kindLabel: kind.label, number: row.number, title: row.title },
    ...{ stage: row.stage, stageLabel: stageLabel(row.kind, row.stage), seq: row.seq },
    ...{ openedAt: row.openedAt, closedAt: row.closedAt ?? null },
    campaign: await campaignOf(em, row, sight),
    parties: await parties(em, row),
    map: caseMap(kind, await enteredStages(em, caseId), state),
    actions: await actions(em, actor, row),
    todos: await caseTodos(em, { actor, sight }, caseId, today, calendar),
    ...(await papersOf(em, row, sight)),
    files: await caseFiles(em, row, sight),
    escalations: sight === 'all' ? await caseEscalations(em, caseId, state) : [],
    people: await casePeople(em, clock, caseId),
    body: await bodyOf(em, reading),
  };
}

/** What may be done comes from the same table that decides it. */
async function actions(em: EntityManager, actor: Actor, row: CaseFileRow): Promise<CaseView['actions']> {
  const kind = kindOf(row.kind);
  const own = allowed(kind, row.state, actor, {});
  const nameOf = await orgNames(
    em,
    own.flatMap((one) => one.onBehalfOf),
  );
  return own.map((one) => ({
    ...one,
    onBehalfOf: one.onBehalfOf.map((orgId) => ({ orgId, name: nameOf(orgId) ?? '' })),
    verb: kind.actions[one.action]?.verb ?? one.label,
    supervises: kind.actions[one.action]?.supervises ?? false,
  }));
}

/** Of many papers the first ones; the others are asked for page by page. */
async function papersOf(
  em: EntityManager,
  { id: caseId, campaignId = null }: CaseFileRow,
  sight: Sight,
): Promise<Pick<CaseView, 'notices' | 'papers'>> {
  const first = { limit: 20, failed: false };
  const { items, counts } = await caseNotices(em, sight, { caseId, campaignId: campaignId ?? null }, first);
  return { notices: items, papers: counts };
}

async function campaignOf(
  em: EntityManager,
  { campaignId, state }: CaseFileRow,
  sight: Sight,
): Promise<CaseView['campaign']> {
  const id = campaignId ?? (state.kind === 'serving' ? (state as ServingState).source.caseId : null);
  if (!id) return null;
  const found = await em.findOne(CaseFile, { id }, { fields: ['id', 'kind', 'title'] });
  // Receivers read the paper that they are served, never how it came about.
  if (!found || (sight !== 'all' && found.kind !== 'campaign')) return null;
  return { id: found.id, kind: found.kind, title: found.title };
}

async function parties(em: EntityManager, row: CaseFileRow): Promise<CaseView['parties']> {
  const ids = kindOf(row.kind).parties(row.state);
  const nameOf = await orgNames(em, ids);
  return ids.map((orgId) => ({ orgId, name: nameOf(orgId) ?? '', part: partOf(row.state, orgId) }));
}

async function enteredStages(em: EntityManager, caseId: string): Promise<string[]> {
  const rows = await em.execute<{ stage: string }[]>(
    sql`select distinct e.stage from case_event e where e.case_id = ${caseId}::uuid`,
  );
  return rows.map((row) => row.stage);
}
