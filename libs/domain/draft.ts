import type { Actor } from './actor.ts';
import { concernedBy, draftSortOf, type DraftSortCode } from './draft-sorts.ts';
import { roles, type Role } from './role.ts';

/** A change of what the product goes by: proposed by one person, published or returned by a second one. */
export interface Draft {
  sort: DraftSortCode;
  status: DraftStatus;
  /** Who proposes it. */
  personId: string;
}

export const draftStatuses = {
  draft: '草稿',
  'handed-in': '待批准',
  returned: '已退回',
  published: '已发布',
  withdrawn: '已撤回',
} as const;
export type DraftStatus = keyof typeof draftStatuses;

/** Why somebody may not; with the code that machines read. */
export interface Hindrance {
  code: 'forbidden' | 'own-proposal' | 'handed-in' | 'not-handed-in' | 'conflict';
  says: string;
}
const because = (code: Hindrance['code'], says: string): Hindrance => ({ code, says });

export const isOpen = ({ status }: Draft): boolean => status === 'draft' || status === 'returned';
export const hasEnded = ({ status }: Draft): boolean => status === 'published' || status === 'withdrawn';

/** What is not handed in, and what was withdrawn, is its writer's own. */
export function mayRead(draft: Draft, actor: Actor): boolean {
  if (draft.personId === actor.personId) return true;
  const roles = concernedBy(draft.sort);
  const concerned = actor.posts.some(({ role }) => roles.includes(role));
  return concerned && draft.status !== 'draft' && draft.status !== 'withdrawn';
}

export function hindersProposing(sort: DraftSortCode, actor: Actor): Hindrance | undefined {
  const { label, proposers } = draftSortOf(sort);
  if (holdsHimself(actor, proposers)) return undefined;
  return because('forbidden', `${label}由${named(proposers)}本人报送，不由代理人报送。`);
}

/** From when it is handed in it stands still until a second person has decided. */
export function hindersChanging(draft: Draft, { personId }: Actor): Hindrance | undefined {
  if (draft.personId !== personId) return because('forbidden', '这份草稿由报送人修改；需要的，请另报一份。');
  if (isOpen(draft)) return undefined;
  return draft.status === 'handed-in'
    ? because('handed-in', '已经报批，不能修改；需要修改的，请先撤回或等待退回。')
    : because('conflict', '这份草稿已经办结，不能修改；需要的，请另报一份。');
}

export function hindersWithdrawing(draft: Draft, { personId }: Actor): Hindrance | undefined {
  if (draft.personId !== personId) return because('forbidden', '只有报送人可以撤回。');
  if (draft.status === 'published')
    return because('conflict', '已经发布，不能撤回；需要更正的，请另报一份。');
  return draft.status === 'withdrawn' ? because('conflict', '此前已经撤回。') : undefined;
}

/**
 * The rule of the two persons, in this one place: never the proposer, nor his deputy, nor anybody's deputy, who would
 * inherit the conflicts of both.
 */
export function hindersDeciding(draft: Draft, actor: Actor): Hindrance | undefined {
  const { label, approvers } = draftSortOf(draft.sort);
  if (draft.status !== 'handed-in') return because('not-handed-in', `这份${label}现在不等批准。`);
  if (draft.personId === actor.personId) return because('own-proposal', `本人报送的${label}须由另一人批准。`);
  if (actor.posts.some(({ actingFor }) => actingFor === draft.personId))
    return because('own-proposal', `您正在代理报送人，不能批准由他报送的${label}。`);
  if (holdsHimself(actor, approvers)) return undefined;
  return because('forbidden', `${label}由${named(approvers)}本人批准，不由代理人批准。`);
}

/** What the draft waits for from this person, if anything. */
export function asksOf(draft: Draft, actor: Actor): 'decide' | 'mend' | null {
  if (draft.status === 'returned') return draft.personId === actor.personId ? 'mend' : null;
  return hindersDeciding(draft, actor) ? null : 'decide';
}

const holdsHimself = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.posts.some(({ role, actingFor }) => roles.includes(role) && actingFor === undefined);

const named = (codes: readonly Role[]): string => codes.map((code) => roles[code]).join('或');
