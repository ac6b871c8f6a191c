import type { Clock } from '#config/clock';
import type { AbsenceChange } from '#contracts/absence';
import { conflict, forbidden, invalid, notFound, ProblemError, stale } from '#contracts/problem';
import { periodText } from '#domain/absence';
import { Absence } from '../entities/absence.ts';
import type { EntityManager } from '../orm.ts';
import { arranges } from '../queries/absences.ts';
import { visiblePerson } from '../queries/people.ts';
import { checkedAbsence, givenPosts } from './absence-checks.ts';
import { dutiesOf, tellDeputy } from './absence-messages.ts';
import { lockAbsences, logAbsence, postsOf } from './absence-rows.ts';
import type { By } from './absence-rows.ts';

const begun = (field: string) =>
  new ProblemError(409, 'running', '代理已经开始，只能改最后一天；要换人请提前结束，再重新登记。', [
    { field, detail: '代理已经开始，这一项不能再改。' },
  ]);

/** Days and deputy before it begins, the last day while it runs; by the same checks as a new one. */
export function changeAbsence(
  em: EntityManager,
  clock: Clock,
  by: By,
  id: string,
  { version, from, to, deputyId, why }: AbsenceChange,
): Promise<void> {
  return em.transactional(async (tx) => {
    await lockAbsences(tx);
    const row = await tx.findOne(Absence, { id }, { refresh: true });
    const held = row ? await postsOf(tx, id) : [];
    if (!row || !held.every((post) => arranges(by, row.personId, post)))
      throw notFound('没有这次请假，或者不由您办理。');
    const today = clock.today();
    if (row.endedAt) throw conflict('这次请假已经撤回或提前结束。', 'ended');
    if (row.to < today) throw conflict('这次请假已经期满，不能再改；请另行登记。', 'over');
    if (row.version !== version) throw stale();
    const runs = row.from <= today;
    if (runs && from !== row.from) throw begun('from');
    if (runs && deputyId !== row.deputyId) throw begun('deputyId');
    if (to < today) throw invalid('to', '最后一天不能早于今天；要立即停止代理，请用“提前结束”。');
    if (from === row.from && to === row.to && deputyId === row.deputyId)
      throw invalid('to', '日期和代理人都没有改动。');
    if (by.personId === deputyId && by.personId !== row.personId)
      throw forbidden('不能安排由您自己代理他人，请由其他负责人或安全管理员登记。', 'own-deputy');
    const person = await visiblePerson(tx, by.actor, row.personId);
    const given = { from, to, deputyId, postIds: held.map((post) => post.id) };
    const posts = await givenPosts(tx, today, person, given);
    const planned = await checkedAbsence(
      tx,
      today,
      person,
      { ...given, replaces: { id, begun: runs } },
      posts,
    );
    const next = version + 1;
    await tx.nativeUpdate(Absence, { id }, { from, to, deputyId, version: next });
    const told = { id, version: next, person: person.name, duties: dutiesOf(posts) };
    if (deputyId === row.deputyId)
      await tellDeputy(tx, clock, 'deputy-changed', { ...told, deputyId, from, to });
    else {
      await tellDeputy(tx, clock, 'deputy-ended', {
        ...told,
        deputyId: row.deputyId,
        from: row.from,
        to: row.to,
      });
      await tellDeputy(tx, clock, 'deputy-named', { ...told, deputyId, from, to });
    }
    const detail = `修改请假与代理：${person.name}原${periodText(row)}请假，改为${periodText(planned)}，由${planned.deputy}代行${dutiesOf(posts)}；${why}`;
    await logAbsence(tx, clock, by, {
      personId: row.personId,
      orgId: posts[0]?.orgId,
      detail,
      absenceId: id,
    });
  });
}
