import type { TimelineEntry, TimelineView } from '#contracts/timeline';
import type { Actor } from '#domain/actor';
import type { Effect } from '#domain/case';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { kindOf } from '#domain/kinds/index';
import { serviceSteps } from '#domain/service/steps';
import { eventLabel } from './action-label.ts';
import { answersOf, fileIdsOf } from './answers.ts';
import type { Labels } from './answers.ts';
import { filesById } from './case-files.ts';
import { readCase, stageLabel } from './case-row.ts';
import { pieceOf } from './commitment/source.ts';
import { rulesInForce } from '../rule-book.ts';
import { detailOf } from './details.ts';
import { effectWords } from './effect-words.ts';
import { formSchema } from './form-schema.ts';
import { keptBack } from './kept-back.ts';
import { ofOwnService } from './service/concerned.ts';
import { paperName, pieceNames } from './service/names.ts';
import { concerned } from './supervision/concerned.ts';
import { bothNames, orgNames, personNames } from './names.ts';
import type { NameOf } from './names.ts';
import type { Told } from './told.ts';
import { idsIn, namesIn } from './names-in-forms.ts';

interface Row {
  seq: number;
  action: string;
  person_id: string | null;
  for_person_id: string | null;
  org_id: string | null;
  at: string;
  stage: string;
  fields: unknown;
  effects: Effect[];
  form: Record<string, unknown> | null;
}

/** 办理过程: every event with what was filled in and what followed. */
export async function timeline(em: EntityManager, actor: Actor, caseId: string): Promise<TimelineView> {
  const { row, sight } = await readCase(em, actor, caseId);
  const rows = await em.execute<Row[]>(sql`
    select e.seq, e.action, e.person_id, e.for_person_id, coalesce(e.org_id, s.org_id) org_id, e.at, e.stage,
           e.fields, e.effects, s.form
      from case_event e left join submission s on s.act_id = e.act_id
     where e.case_id = ${caseId}::uuid order by e.seq`);
  const orgName = await orgNames(em, orgIdsOf(rows));
  const personName = await personNames(
    em,
    rows.flatMap((one) => [
      ...[one.person_id, one.for_person_id, namedIn(one.form)],
      ...idsIn(one.form, ['holder', 'checkers', 'servers']),
    ]),
  );
  const acts = rows.flatMap((one) => toldOf(caseId, one));
  const hidden = keptBack(row.state, sight, acts);
  const files = await filesById(
    em,
    rows.flatMap((one) => fileIdsOf(formSchema(row.kind, one.action), one.form ?? {})),
  );
  const pieceName = pieceNames(row.state, orgName);
  const { ground: grounds } = await rulesInForce(em);
  const labels = {
    ...labelsOf(row.kind, acts, orgName, personName),
    // As it was called last; a later row of the same ground names the same thing.
    ground: (code: string) => grounds.findLast((one) => one.code === code)?.label,
    ...namesIn(row.state, orgName, personName),
    ...{ piece: pieceName, servers: personName, papers: paperName },
  };
  const detail = (step: string, round: string) =>
    Object.hasOwn(serviceSteps, step) ? pieceName(round) : detailOf(row.kind, step, round, acts);
  return rows.flatMap((one) => {
    const own = ofOwnService(sight, one);
    const effects = own && concerned(sight, { action: one.action, effects: own });
    if (!effects) return [];
    const schema = formSchema(row.kind, one.action);
    const form = one.form && !hidden.has(one.seq) ? one.form : {};
    const { person_id: personId, for_person_id: forPersonId } = one;
    const [person, org] = [bothNames(personName, { personId, forPersonId }), orgName(one.org_id)];
    return {
      ...{ seq: one.seq, at: instantFromDatabase(one.at), action: one.action, person, org, stage: one.stage },
      label: [org, person, eventLabel(row.kind, one, (item) => pieceOf(row, item))].filter(Boolean).join(' '),
      stageLabel: stageLabel(row.kind, one.stage),
      answers: answersOf(schema, form, labels),
      files: fileIdsOf(schema, form).flatMap((id) => files.get(id) ?? []),
      effects: effectWords(effects, { kind: row.kind, orgName, detail }),
      opened: one.effects.flatMap((effect) => (effect.type === 'openTodo' ? [effect.key] : [])),
    } satisfies TimelineEntry;
  });
}

function toldOf(caseId: string, { seq, action, form, ...row }: Row): Told[] {
  if (!form) return [];
  const who = { personId: row.person_id ?? '', forPersonId: row.for_person_id, orgId: row.org_id };
  return [{ caseId, seq, action, ...who, at: instantFromDatabase(row.at), form }];
}

const orgIdsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ org_id, effects, form }) => [
    ...(org_id ? [org_id] : []),
    ...effects.flatMap((effect) => {
      const to =
        effect.type === 'openTodo' ? effect.todo.office : effect.type === 'message' ? effect.to : undefined;
      return to && 'orgId' in to ? [to.orgId] : [];
    }),
    ...idsIn(form, ['newPilotId', 'solver', 'owner', 'helpers', 'visitedId']),
  ]);

const namedIn = (form: Row['form']) => (typeof form?.personId === 'string' ? form.personId : null);

/** A todo is known by its key, step/round. */
function todoName(kind: string, key: string, acts: readonly Told[]): string {
  const [step = '', ...rest] = key.split('/');
  const label = kindOf(kind).steps[step]?.label ?? step;
  const which = detailOf(kind, step, rest.join('/'), acts);
  return which ? `${label}（${which}）` : label;
}

const labelsOf = (kind: string, acts: readonly Told[], orgName: NameOf, personName: NameOf): Labels => ({
  todo: (key) => todoName(kind, key, acts),
  todos: (key) => todoName(kind, key, acts),
  signing: (key) => todoName(kind, key, acts),
  personId: personName,
  // Numbers of an application, an escalation, a stage: the line above says what it was.
  ...{ request: null, escalation: null, consult: null, stage: null },
  itemId: (id) => detailOf(kind, 'report-item', id, acts),
  newPilotId: orgName,
  solver: orgName,
});
