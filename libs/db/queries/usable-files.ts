import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '#domain/actor';

/** Those of the files that this person uploaded, or somebody of an organisation in which he holds a post. */
export async function usableFiles(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<{ id: string; sha256: string }[]> {
  return em.execute<{ id: string; sha256: string }[]>(
    `select id, sha256 from file
      where id in (select (jsonb_array_elements_text(?::jsonb))::uuid)
        and (uploaded_by_id = ? or org_id in (select (jsonb_array_elements_text(?::jsonb))::uuid))
      order by id`,
    [JSON.stringify(ids), actor.personId, JSON.stringify(actor.posts.map((post) => post.orgId))],
  );
}
