import type { Actor } from '#domain/actor';
import { checkersOf, type OnSiteCheckState } from '#domain/kinds/on-site-check/state';

/** Why this person fills in nothing here, or nothing where he may. The same conflicts hold as for his acts. */
export function mayNotFill(actor: Actor, state: OnSiteCheckState): string | undefined {
  const persons = [actor.personId, ...actor.posts.flatMap(({ actingFor }) => actingFor ?? [])];
  const checkers = checkersOf(state).map(({ personId }) => personId);
  const his = persons.filter((person) => checkers.includes(person));
  if (his.length === 0) return '您不是本次核查的检查人员，只能查看。';
  if (state.recused?.some((person) => persons.includes(person)))
    return '您或您所代行的人已按决定回避本事项，不能填写。';
  if (actor.conflicts?.some(({ orgId }) => orgId === state.visitedId))
    return '您或您所代行的人与被查单位有已申报的回避关系，不能填写。';
  return state.closedAt || state.stage !== 'planned' ? '检查结果已经提交，不能再改。' : undefined;
}

export const isHisCheck = (actor: Actor, state: OnSiteCheckState): boolean =>
  checkersOf(state).some(({ personId }) => personId === actor.personId);
