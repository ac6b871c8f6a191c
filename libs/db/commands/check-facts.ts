import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import type { Post } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { entitlingPosts } from '#domain/procedure';

/**
 * Facts that an act rests on were read before it reached the case; here they are read once more, in the
 * transaction that writes it. Answers a sentence where one no longer holds.
 */
export async function factsThatFail(em: EntityManager, input: CommitInput): Promise<string | undefined> {
  const { facts } = input.event;
  if (!(await postsStand(em, input))) return '您的岗位刚刚有变动，请刷新后再办理。';
  for (const file of facts.files ?? []) {
    const [row] = await em.execute<{ sha256: string }[]>('select sha256 from file where id = ? for share', [
      file.id,
    ]);
    if (row?.sha256 !== file.sha256) return '有附件已失效，请重新上传。';
  }
  return undefined;
}

/** A post that has ended is in the way only of the acts to which it entitled. */
async function postsStand(em: EntityManager, { caseId, kind, event }: CommitInput): Promise<boolean> {
  const { actor, day } = event;
  if (actor === 'system') return true;
  const held = await em.execute<{ org_id: string; role: string }[]>(
    `select org_id, role from post
      where person_id = ? and from_day <= ? and (until_day is null or until_day > ?)`,
    [actor.personId, day, day],
  );
  const stands = ({ orgId, role }: Post) => held.some((post) => post.org_id === orgId && post.role === role);
  // As nearly always: nothing has ended, and the case need not be read.
  if (actor.posts.every(stands)) return true;
  const [row] = await em.execute<{ state: CaseState }[]>('select state from case_file where id = ?', [
    caseId,
  ]);
  return entitlingPosts(kindOf(kind), row?.state, event).some(stands);
}
