import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { RuleDraft, type RuleDraftRow } from '../../entities/rule-draft.ts';
import type { EntityManager } from '../../orm.ts';
import { holdsHimself } from '../calendar/drafts.ts';

export async function ruleDraftOf(em: EntityManager, id: string): Promise<RuleDraftRow> {
  const row = await em.findOne(RuleDraft, { id }, { disableIdentityMap: true });
  if (!row) throw notFound('没有找到这份规则变动。');
  return row;
}

/** Drafts that are not handed in are their writer's own. */
export async function readableDraft(em: EntityManager, actor: Actor, id: string): Promise<RuleDraftRow> {
  const row = await ruleDraftOf(em, id);
  const closed = row.status === 'draft' || row.status === 'withdrawn';
  if (closed && row.personId !== actor.personId) throw notFound('没有找到这份规则变动。');
  return row;
}

/** Why this person may not publish or return it; undefined when he may. No deputy may, nor who is the proposer's deputy. */
export function hindersDecidingRules(row: RuleDraftRow, actor: Actor): string | undefined {
  if (row.status !== 'handed-in') return '这份规则变动现在不等批准。';
  if (row.personId === actor.personId) return '本人报送的规则变动须由另一人批准。';
  if (actor.posts.some(({ actingFor }) => actingFor === row.personId))
    return '您正在代理报送人，不能批准由他报送的规则变动。';
  return holdsHimself(actor, ['system-admin', 'security-admin'])
    ? undefined
    : '规则变动由系统管理员或安全管理员本人批准，不由代理人批准。';
}
