import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import type { Post } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { entitlingPosts } from '#domain/procedure';
import { recordsThatFail } from './freeze-records.ts';
import { urgedTwice } from './urge-once.ts';
import { sectionsWithHead } from '../queries/cases/pairing/solvers.ts';
import { actorAt } from '../queries/acting.ts';

/**
 * Facts that an act rests on were read before it reached the case; here they are read once more, in the
 * transaction that writes it. Answers a sentence where one no longer holds.
 */
export async function factsThatFail(em: EntityManager, input: CommitInput): Promise<string | undefined> {
  const { facts } = input.event;
  const fails = await actorFails(em, input);
  if (fails) return fails;
  for (const file of facts.files ?? []) {
    const [row] = await em.execute<{ sha256: string }[]>('select sha256 from file where id = ? for share', [
      file.id,
    ]);
    if (row?.sha256 !== file.sha256) return '有附件已失效，请重新上传。';
  }
  for (const named of facts.persons ?? []) {
    const now = await actorAt(em, named.personId, input.event);
    const lost = named.posts.some((post) => !now.posts.some((held) => sameOffice(held, post)));
    if (lost) return '所选人员的岗位刚刚有变动，请刷新后重新选择。';
  }
  for (const { orgId } of facts.offices ?? []) {
    const sections = await sectionsWithHead(em, input.event.day);
    if (!sections.some(({ value }) => value === orgId)) return '所选处室刚刚有变动，请刷新后重新选择。';
  }
  return (await urgedTwice(em, input)) ?? (await recordsThatFail(em, input));
}

const sameOffice = (one: Post, other: Post): boolean =>
  one.orgId === other.orgId && one.role === other.role && one.actingFor === other.actingFor;

/**
 * A post that has ended, his own or an absent person's, is in the way only of the acts to which it entitled; a relation
 * declared meanwhile, of any.
 */
async function actorFails(
  em: EntityManager,
  { caseId, kind, event }: CommitInput,
): Promise<string | undefined> {
  const { actor, day, at } = event;
  if (actor === 'system') return undefined;
  const now = await actorAt(em, actor.personId, { day, at });
  const known = new Set(actor.conflicts?.map(({ personId, orgId }) => `${personId}/${orgId}`));
  const declared = now.conflicts?.some(({ personId, orgId }) => !known.has(`${personId}/${orgId}`));
  // An actor without the list comes from before relations were declared.
  if (actor.conflicts && declared) return '回避申报刚刚有变动，请刷新后再办理。';
  const stands = (post: Post) => now.posts.some((held) => sameOffice(held, post));
  // As nearly always: nothing has ended, and the case need not be read.
  if (actor.posts.every(stands)) return undefined;
  const [row] = await em.execute<{ state: CaseState }[]>('select state from case_file where id = ?', [
    caseId,
  ]);
  const entitling = entitlingPosts(kindOf(kind), row?.state, event);
  // What stands as done for an absent person rests on his post alone.
  return entitling.some((post) => post.actingFor === event.actingFor && stands(post))
    ? undefined
    : '您的岗位刚刚有变动，请刷新后再办理。';
}
