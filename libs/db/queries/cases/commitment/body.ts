import type { CommitmentBody, CommitmentLine } from '#contracts/commitment';
import { ends } from '#domain/kinds/commitment/state';
import type { CommitmentState, HelperPart } from '#domain/kinds/commitment/state';
import { dueOf } from '#domain/kinds/commitment/state';
import { clockAction } from '#domain/procedure';
import { instantFromDatabase } from '../../../columns.ts';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import { sourceForm } from '../../source-form.ts';
import { actionLabel } from '../action-label.ts';
import type { Reading } from '../bodies.ts';
import { stateOf } from '../case-row.ts';
import { bothNames, orgNames, personNames } from '../names.ts';
import { told } from '../told.ts';
import { colourSql } from './ledger.ts';
import { sourceOf } from './source.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const partLabels: Record<HelperPart['status'], string> = {
  open: '办理中',
  done: '已办结',
  waived: ends.waived,
};

export async function commitmentBodyOf(
  em: EntityManager,
  { row, sight, today, calendar }: Reading,
): Promise<CommitmentBody> {
  const state = stateOf<CommitmentState>(row);
  const own = (await told(em, [row.id], ['open'])).get(row.id)?.at(-1)?.form;
  const form = own ?? (await sourceForm(em, state)) ?? {};
  const orgName = await orgNames(em, [state.owner.orgId, ...state.helpers.map(({ orgId }) => orgId)]);
  const personName = await personNames(em, [state.owner.personId]);
  const [line] = await em.execute<{ colour: CommitmentLine['lateness']; original: string | null }[]>(sql`
    select ${colourSql(today, calendar)} colour,
           (select t.original_due from todo t where t.case_id = l.case_id and t.step like 'report-done%'
             order by t.opened_at limit 1) original
      from commitment_line l where l.case_id = ${row.id}::uuid`);
  return {
    ...{ what: textOf(form.what), measure: textOf(form.measure) },
    ...{ evidence: textOf(form.evidence) || null, basis: textOf(form.basis) || null },
    source: await sourceOf(em, sight, state.source),
    owner: {
      orgId: state.owner.orgId,
      name: orgName(state.owner.orgId) ?? '',
      person: personName(state.owner.personId),
    },
    helpers: state.helpers.map(({ id, orgId, status }) => ({
      ...{ id, name: orgName(orgId) ?? '', status, statusLabel: partLabels[status] },
    })),
    ...{ issuedOn: state.issuedOn, due: dueOf(state), originalDue: line?.original ?? state.due },
    ...{ progress: state.progress, round: state.round, returns: state.returns },
    lateness: line?.colour ?? 'normal',
    history: await history(em, row.id),
  };
}

interface Past {
  action: string;
  person_id: string | null;
  for_person_id: string | null;
  org: string | null;
  at: string;
}

/** What people did, one after the other; the clock's own events stand in the timeline. */
async function history(em: EntityManager, caseId: string): Promise<CommitmentBody['history']> {
  const rows = await em.execute<Past[]>(sql`
    select e.action, e.person_id, e.for_person_id, o.name org, e.at
      from case_event e left join org o on o.id = e.org_id
     where e.case_id = ${caseId}::uuid and e.action <> ${clockAction} order by e.seq`);
  const nameOf = await personNames(
    em,
    rows.flatMap((row) => [row.person_id, row.for_person_id]),
  );
  return rows.map(({ action, person_id: personId, for_person_id: forPersonId, org, at }) => ({
    label: action === 'open' ? '下达' : actionLabel('commitment', action),
    by: [org, bothNames(nameOf, { personId, forPersonId })].filter(Boolean).join(' ') || '系统',
    at: instantFromDatabase(at),
  }));
}
