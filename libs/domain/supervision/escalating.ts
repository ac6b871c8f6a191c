import type { Actor } from '../actor.ts';
import { personsOf, type Who } from '../kind.ts';
import { deciders } from '../ladder.ts';
import type { Escalation } from './state.ts';

const rank = (role: string): number => deciders.findIndex((decider) => decider === role);

/** Whether what was put before somebody is this person's to decide: of his rank or below, in nobody else's own hands. */
export function decides({ posts }: Actor, who: Who, { role, takenBy }: Escalation): boolean {
  const holds = posts.some((post) => post.orgId === who.orgId && rank(post.role) >= rank(role));
  return holds && (takenBy === undefined || personsOf(who).includes(takenBy));
}
