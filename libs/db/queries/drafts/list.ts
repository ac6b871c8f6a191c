import type { Drafts, DraftsQuery } from '#contracts/draft';
import type { Actor } from '#domain/actor';
import { concernedBy, draftSortCodes } from '#domain/draft-sorts';
import { sortOf } from '../../drafts/sorts.ts';
import { Draft, type DraftRow } from '../../entities/draft.ts';
import type { EntityManager } from '../../orm.ts';
import { personNames } from '../cases/names.ts';
import { lineOf } from './draft-head.ts';

/** What is proposed and not ended, the newest first; drafts that are not handed in are their writer's own. */
export async function draftList(em: EntityManager, actor: Actor, { sort }: DraftsQuery): Promise<Drafts> {
  const concerned = (code: (typeof draftSortCodes)[number]) =>
    actor.posts.some(({ role }) => concernedBy(code).includes(role));
  const sorts = draftSortCodes.filter((code) => (!sort || code === sort) && concerned(code));
  const { personId } = actor;
  const rows: DraftRow[] = await em.find(
    Draft,
    { sort: sorts, $or: [{ status: ['handed-in', 'returned'] }, { status: 'draft', personId }] },
    { orderBy: { changedAt: 'desc', id: 'desc' }, limit: 200, disableIdentityMap: true },
  );
  const nameOf = await personNames(
    em,
    rows.flatMap(({ personId: proposer, decidedById }) => [proposer, decidedById]),
  );
  const lines = await Promise.all(
    sorts.map(async (code) => {
      const own = rows.filter((row) => row.sort === code);
      if (own.length === 0) return [];
      const naming = await sortOf(code).naming(em);
      return own.map((row) => lineOf(sortOf(code), naming, row, actor, nameOf));
    }),
  );
  return { items: lines.flat().sort((one, other) => (one.changedAt > other.changedAt ? -1 : 1)) };
}
