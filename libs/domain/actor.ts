import type { OrgKind, Role } from './role.ts';

/** One post a person holds today: the office in which he may act. */
export interface Post {
  orgId: string;
  orgKind: OrgKind;
  role: Role;
  /** Held for this absent person: his post, exercised by his deputy. */
  actingFor?: string;
}

/** The person behind an act, with the posts that hold at the moment of the act. Names never reach Temporal. */
export interface Actor {
  personId: string;
  posts: Post[];
  /**
   * Organisations with which a person of this act has a declared relation: the actor himself, and each person for whom
   * he deputises.
   */
  conflicts?: { personId: string; orgId: string }[];
}

export function holds(actor: Actor, role: Role, orgId?: string): boolean {
  return actor.posts.some((post) => post.role === role && (orgId === undefined || post.orgId === orgId));
}
