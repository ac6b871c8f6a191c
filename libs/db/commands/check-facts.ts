import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseEvent } from '#domain/case';

/**
 * Facts that an act rests on were read before it reached the case; here they are read once more, in the
 * transaction that writes it. Answers a sentence where one no longer holds.
 */
export async function factsThatFail(
  em: EntityManager,
  { actor, facts, day }: CaseEvent,
): Promise<string | undefined> {
  if (actor !== 'system') {
    const held = await em.execute<{ org_id: string; role: string }[]>(
      `select org_id, role from post
        where person_id = ? and from_day <= ? and (until_day is null or until_day > ?)`,
      [actor.personId, day, day],
    );
    const stands = (orgId: string, role: string) =>
      held.some((post) => post.org_id === orgId && post.role === role);
    if (!actor.posts.every((post) => stands(post.orgId, post.role)))
      return '您的岗位刚刚有变动，请刷新后再办理。';
  }
  for (const file of facts.files ?? []) {
    const [row] = await em.execute<{ sha256: string }[]>('select sha256 from file where id = ? for share', [
      file.id,
    ]);
    if (row?.sha256 !== file.sha256) return '有附件已失效，请重新上传。';
  }
  return undefined;
}
