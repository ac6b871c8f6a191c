import type { Role } from '#domain/role';

/** How the organisation aimed at stands to the caller's. */
export type Relation = 'own' | 'other' | 'subordinate';

export interface Target {
  orgId: string;
  /** Somebody who holds a post there, and the post. */
  personId: string;
  postId: string;
}

export interface Row {
  may: 'anyone' | 'signed-in' | readonly Role[];
  /** The address; without it the route as it stands. */
  path?: (target: Target) => string;
  body?: unknown;
  /** What those who may are answered; 200 if not said. Writes aim at a bad body, so that nothing changes. */
  answers?: number | ((role: Role, relation: Relation) => number);
}
