import type { Actor, Post } from './actor.ts';
import type { Role } from './role.ts';

/** An office: a role in one organisation, or a role anywhere in the bureau that supervises. */
export type Office = { orgId: string; role: Role } | { bureau: true; role: Role };

export const sameOffice = (one: Office, other: Office): boolean =>
  one.role === other.role && ('orgId' in one ? one.orgId : '') === ('orgId' in other ? other.orgId : '');

/** Why something is not permitted: a code for machines, a sentence for the person. */
export interface Refusal {
  refused: string;
  reason: string;
  field?: string;
}

export const refuse = (refused: string, reason: string, field?: string): Refusal => ({
  refused,
  reason,
  ...(field === undefined ? {} : { field }),
});

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

function fills(post: Post, office: Office): boolean {
  if (post.role !== office.role) return false;
  if ('orgId' in office) return post.orgId === office.orgId;
  return post.orgKind === 'bureau' || post.orgKind === 'section';
}

/** The posts in which the actor may fill one of the offices, most fitting first. */
export const postsFor = (actor: Actor, offices: readonly Office[]): Post[] =>
  offices.flatMap((office) => actor.posts.filter((held) => fills(held, office)));

/** The post in which the actor may fill one of the offices; the first that fits. */
export const postFor = (actor: Actor, offices: readonly Office[]): Post | undefined =>
  postsFor(actor, offices)[0];

/** Whom a message is for: one person, or whoever holds the office; a role without organisation is the bureau's. */
export interface Address {
  personId: string | null;
  orgId: string | null;
  role: Role | null;
}

export function isTold(actor: Actor, { personId, orgId, role }: Address): boolean {
  if (personId !== null) return personId === actor.personId;
  if (role === null) return false;
  return postFor(actor, [{ role, ...(orgId ? { orgId } : { bureau: true as const }) }]) !== undefined;
}
