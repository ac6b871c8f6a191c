import type { Clock } from '#config/clock';
import type { Ending, NewAbsence } from '#contracts/absence';
import { conflict, forbidden, notFound, stale } from '#contracts/problem';
import { periodText } from '#domain/absence';
import { shanghaiDay } from '#domain/day';
import { Absence, AbsencePost } from '../entities/absence.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { arranges } from '../queries/absences.ts';
import { visiblePerson } from '../queries/people.ts';
import { checkedAbsence, givenPosts } from './absence-checks.ts';
import { dutiesOf, tellDeputy } from './absence-messages.ts';
import { lockAbsences, logAbsence, postsOf } from './absence-rows.ts';
import type { By } from './absence-rows.ts';

/** Enters when somebody is away, who stands in, and in which of his posts. */
export function enterAbsence(
  em: EntityManager,
  clock: Clock,
  by: By,
  personId: string,
  given: NewAbsence,
): Promise<string> {
  return em.transactional(async (tx) => {
    await lockAbsences(tx);
    const person = await visiblePerson(tx, by.actor, personId);
    if (person.disabledOn) throw conflict('此人已停用。');
    const posts = await givenPosts(tx, clock.today(), person, given);
    if (!posts.every((post) => arranges(by, personId, post)))
      throw forbidden('只能为本人，或者为您所负责且职级不高于您的人安排代理；其他情况请找安全管理员。');
    if (by.personId === given.deputyId && by.personId !== personId)
      throw forbidden('不能安排由您自己代理他人，请由其他负责人或安全管理员登记。', 'own-deputy');
    const planned = await checkedAbsence(tx, clock.today(), person, given, posts);
    const id = newId();
    const { from, to, deputyId, note } = given;
    await tx.insert(Absence, {
      ...{ id, personId, deputyId, from, to, note: note ?? null, version: 1 },
      ...{ enteredById: by.personId, enteredAt: clock.now() },
    });
    await tx.insertMany(
      AbsencePost,
      posts.map((post) => ({ absenceId: id, postId: post.id })),
    );
    const told = { id, version: 1, deputyId, from, to, person: planned.person, duties: dutiesOf(posts) };
    await tellDeputy(tx, clock, 'deputy-named', told);
    const detail = `登记请假与代理：${planned.person}${periodText(given)}请假，由${planned.deputy}代行${dutiesOf(posts)}`;
    await logAbsence(tx, clock, by, { personId, orgId: posts[0]?.orgId, detail, absenceId: id });
    return id;
  });
}

/** Ends it at once; before its first day it is withdrawn. What was done meanwhile stands. */
export function endAbsence(
  em: EntityManager,
  clock: Clock,
  by: By,
  id: string,
  { version, why }: Ending,
): Promise<void> {
  return em.transactional(async (tx) => {
    await lockAbsences(tx);
    const row = await tx.findOne(Absence, { id }, { refresh: true });
    const posts = row ? await postsOf(tx, id) : [];
    if (!row || !posts.every((post) => arranges(by, row.personId, post)))
      throw notFound('没有这次请假，或者不由您办理。');
    if (row.endedAt) throw conflict('这次请假已经撤回或提前结束。', 'ended');
    if (row.to < clock.today()) throw conflict('这次请假已经期满，代理已自行终止。', 'over');
    if (row.version !== version) throw stale();
    const at = clock.now();
    const ended = { endedAt: at, endedById: by.personId, endWhy: why, version: version + 1 };
    await tx.nativeUpdate(Absence, { id }, ended);
    const { name } = await visiblePerson(tx, by.actor, row.personId);
    const { deputyId, from, to } = row;
    const told = { id, version: version + 1, deputyId, from, to, person: name, duties: dutiesOf(posts) };
    await tellDeputy(tx, clock, 'deputy-ended', told);
    const verb = shanghaiDay(at) < row.from ? '撤回' : '提前结束';
    const detail = `${verb}请假与代理：${name}${periodText(row)}，${why}`;
    await logAbsence(tx, clock, by, {
      personId: row.personId,
      orgId: posts[0]?.orgId,
      detail,
      absenceId: id,
    });
  });
}
