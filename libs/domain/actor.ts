import type { OrgKind, Role } from './role.ts';

/** One post a person holds today: the office in which he may act. */
export interface Post {
  orgId: string;
  orgKind: OrgKind;
  role: Role;
}

/** The person behind an act, with the posts that hold at the moment of the act. Names never reach Temporal. */
export interface Actor {
  personId: string;
  posts: Post[];
}

export function holds(actor: Actor, role: Role, orgId?: string): boolean {
  return actor.posts.some((post) => post.role === role && (orgId === undefined || post.orgId === orgId));
}
