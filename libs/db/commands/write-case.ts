import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import type { CaseState } from '#domain/case';
import { yearOf } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { sourceForm } from '../queries/source-form.ts';
import { nextNumber } from './next-number.ts';

/** The earliest due day of what is owed; what the register sorts and colours by. */
const nextDue = ({ todos }: CaseState): string | null =>
  Object.values(todos)
    .flatMap(({ deadline }) => (deadline ? [deadline.due] : []))
    .sort()[0] ?? null;

/** As a party's register counts it. */
const openStage = (kind: string, { stage, closedAt }: CaseState): string | null =>
  closedAt ? null : `${kind}/${stage}`;

/** The case's row: at its first event with its register number, which it answers, and title; afterwards its state. */
export async function writeCase(
  em: EntityManager,
  { caseId, kind, seq, event, state }: CommitInput,
): Promise<number | undefined> {
  if (seq > 1) {
    await em.execute(
      `with moved as (update case_party set changed_at = ?, open_stage = ? where case_id = ?)
       update case_file set seq = ?, state = ?::jsonb, stage = ?, closed_at = ?, changed_at = ?, next_due = ? where id = ?`,
      [
        ...[event.at, openStage(kind, state), caseId],
        ...[
          seq,
          JSON.stringify(state),
          state.stage,
          state.closedAt ?? null,
          event.at,
          nextDue(state),
          caseId,
        ],
      ],
    );
    return undefined;
  }
  const definition = kindOf(kind);
  const parties = definition.parties(state);
  const names = await namesOf(em, parties);
  const [submission] = await em.execute<{ form: Record<string, unknown> }[]>(
    'select form from submission where act_id = ?',
    [event.actId],
  );
  const form = submission?.form ?? (await sourceForm(em, state)) ?? {};
  const title = definition.title(state, (orgId) => names.get(orgId) ?? orgId, form);
  const year = yearOf(event.day);
  const number = await nextNumber(em, `case:${kind}`, year);
  await em.execute(
    `insert into case_file
       (id, kind, procedure, number, title, stage, campaign_id, seq, state, opened_at, closed_at, changed_at, next_due)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)`,
    [
      caseId,
      kind,
      state.procedure,
      `${definition.registerMark}〔${year}〕${number}号`,
      title,
      state.stage,
      state.campaignId ?? null,
      seq,
      JSON.stringify(state),
      event.at,
      state.closedAt ?? null,
      event.at,
      nextDue(state),
    ],
  );
  for (const orgId of new Set(parties)) {
    await em.execute('insert into case_party (case_id, org_id, changed_at, open_stage) values (?, ?, ?, ?)', [
      caseId,
      orgId,
      event.at,
      openStage(kind, state),
    ]);
  }
  return number;
}

async function namesOf(em: EntityManager, orgIds: string[]): Promise<Map<string, string>> {
  if (orgIds.length === 0) return new Map();
  const rows = await em.execute<{ id: string; name: string }[]>(
    'select id, name from org where id in (select (jsonb_array_elements_text(?::jsonb))::uuid)',
    [JSON.stringify(orgIds)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
