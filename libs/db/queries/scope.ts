import type { Actor } from '#domain/actor';
import type { EntityManager } from '../orm.ts';

const below = `
with recursive own as (
  select id from org where id = any(?::uuid[])
  union select o.id from org o join own on o.parent_id = own.id
) select id from own`;

export const ofBureau = (actor: Actor): boolean =>
  actor.posts.some((post) => post.orgKind === 'bureau' || post.orgKind === 'section');

/** What the actor's offices reach: everything for the bureau, else his own organisations and those below them. */
export async function reach(em: EntityManager, actor: Actor): Promise<'all' | string[]> {
  if (ofBureau(actor)) return 'all';
  return withBelow(
    em,
    actor.posts.map((post) => post.orgId),
  );
}

/** The organisations and all that stand below them. */
export async function withBelow(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(below, [`{${ids.join(',')}}`]);
  return rows.map((row) => row.id);
}
