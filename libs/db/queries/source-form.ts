import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseState } from '#domain/case';
import type { ServingState } from '#domain/kinds/serving/state';

/** Where each receiver has a paper of its own, of this one's. */
async function paperTitle(em: Pick<EntityManager, 'execute'>, { source, to }: ServingState) {
  const [row] = await em.execute<{ title: string }[]>(
    `select title from notice where case_id = ? and voided_at is null
        and (held_for is null or held_for @> ?::jsonb) order by seq desc limit 1`,
    [source.caseId, JSON.stringify(to)],
  );
  return row;
}

/** A case that another one ordered: its words stand in the submission of the act that ordered it. */
export async function sourceForm(
  em: Pick<EntityManager, 'execute'>,
  state: CaseState,
): Promise<Record<string, unknown> | undefined> {
  // What is served is called as the paper is.
  if (state.kind === 'serving') return paperTitle(em, state as ServingState);
  const { source } = state as CaseState & { source?: { caseId: string; seq?: number } };
  if (source?.seq === undefined) return undefined;
  const [row] = await em.execute<{ form: Record<string, unknown> }[]>(
    `select s.form from case_event e join submission s on s.act_id = e.act_id
      where e.case_id = ? and e.seq = ?`,
    [source.caseId, source.seq],
  );
  return row?.form;
}
