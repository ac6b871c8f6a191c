import type { Clock } from '#config/clock';
import type { DraftHead, DraftLine } from '#contracts/draft';
import type { Actor } from '#domain/actor';
import { asksOf, draftStatuses, hasEnded, hindersDeciding, hindersWithdrawing, isOpen } from '#domain/draft';
import type { DraftSort, Naming } from '../../drafts/draft-sort.ts';
import type { DraftRow } from '../../entities/draft.ts';
import type { EntityManager } from '../../orm.ts';
import { personNames, type NameOf } from '../cases/names.ts';

export function lineOf<Content>(
  { subject }: DraftSort<Content>,
  { of }: Naming<Content>,
  row: DraftRow<Content>,
  actor: Actor,
  nameOf: NameOf,
): DraftLine {
  return {
    ...{ id: row.id, sort: row.sort, status: row.status, statusLabel: draftStatuses[row.status] },
    ...{ ...of(row), subject: subject(row.content), changedAt: row.changedAt },
    ...{ proposedBy: nameOf(row.personId) ?? '', decidedBy: nameOf(row.decidedById) },
    ...{ reason: row.reason ?? null, asks: asksOf(row, actor) },
  };
}

/** Who proposed it and decided it, what keeps it back, and what he who looks at it may do. */
export async function draftHead<Content>(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  sort: DraftSort<Content>,
  row: DraftRow<Content>,
): Promise<DraftHead> {
  const nameOf = await personNames(em, [row.personId, row.decidedById]);
  const problems = hasEnded(row) ? [] : await sort.problems(em, clock, row);
  const naming = await sort.naming(em);
  const edit = row.personId === actor.personId && isOpen(row);
  const hinder = hindersDeciding(row, actor);
  return {
    ...lineOf(sort, naming, row, actor, nameOf),
    ...{ version: row.version, problems, decidedAt: row.decidedAt ?? null },
    may: {
      ...{ edit, handIn: edit && problems.length === 0, decide: hinder === undefined },
      withdraw: hindersWithdrawing(row, actor) === undefined,
    },
    whyNot: row.status === 'handed-in' ? (hinder?.says ?? null) : null,
  };
}
