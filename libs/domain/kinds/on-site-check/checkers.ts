import type { Actor } from '../../actor.ts';
import type { Role } from '../../role.ts';
import { isRefusal, refuse, type Refusal } from '../../permission.ts';
import { checkerRoles, type Checker } from './state.ts';

/** Two of the bureau at least, none of them with a declared relation to the visited. */
export function namedCheckers(
  ids: readonly string[],
  persons: readonly Actor[],
  partyIds: readonly string[],
): Checker[] | Refusal {
  if (new Set(ids).size < 2 || new Set(ids).size < ids.length)
    return refuse('checkers', '现场核查至少由两名不同的人员进行。', 'checkers');
  const named = ids.map((id) => checkerOf(id, persons, partyIds));
  return named.find(isRefusal) ?? (named as Checker[]);
}

function checkerOf(
  personId: string,
  persons: readonly Actor[],
  partyIds: readonly string[],
): Checker | Refusal {
  const person = persons.find((one) => one.personId === personId);
  const post = person?.posts.find(
    ({ orgKind, role, actingFor }) =>
      actingFor === undefined &&
      (orgKind === 'bureau' || orgKind === 'section') &&
      checkerRoles.includes(role),
  );
  if (!person || !post)
    return refuse('checkers', '检查人员应为主管部门的经办人、法制审核、处室负责人或领导。', 'checkers');
  if (person.conflicts?.some((one) => one.personId === personId && partyIds.includes(one.orgId)))
    return refuse('conflict', '有检查人员与被查单位或有关单位有已申报的回避关系，请另选他人。', 'checkers');
  return { personId, role: post.role };
}

/** Another case has looked at them when it ordered the check. */
export const orderedCheckers = (parts: readonly string[]): Checker[] =>
  parts.map((part) => {
    const [personId = '', role = 'inspector'] = part.split(':');
    return { personId, role: role as Role };
  });
