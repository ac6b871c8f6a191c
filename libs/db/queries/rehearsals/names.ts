import type { Office } from '#domain/permission';
import { roles } from '#domain/role';
import type { EntityManager } from '../../orm.ts';
import { orgNames } from '../cases/names.ts';
import { officeName } from '../cases/todo-line.ts';
import type { PreparedRehearsal } from './rehearsing.ts';

/** Ids become names only here: the thread that rehearses knows none. */
export interface RehearsalNames {
  orgName: (orgId: string) => string;
  memberTitle: (id: string) => string;
  office: (office: Office) => {
    orgId: string | null;
    role: string;
    office: string;
    side: 'hospital' | 'bureau';
  };
  /** Who fills it and can log in, and who could if he had an account. */
  holders: (office: Office, account: boolean) => string[];
}

export const roleLabel = ({ role }: Office): string => roles[role];

export async function rehearsalNames(
  em: EntityManager,
  { subject, staff }: PreparedRehearsal,
): Promise<RehearsalNames> {
  const sides = new Map(
    subject.members.map(({ id, fields }) => [id, [String(fields.pilotId), String(fields.assistedId)]]),
  );
  const found = await orgNames(em, [...sides.values()].flat());
  const orgName = (orgId: string) => found(orgId) ?? '';
  const inBureau = new Set(['bureau', 'section']);
  return {
    orgName,
    memberTitle: (id) => (sides.get(id) ?? []).map(orgName).join('—'),
    office: (office) => {
      const orgId = 'orgId' in office ? office.orgId : null;
      return {
        ...{ orgId, role: office.role, office: officeName(orgId && orgName(orgId), office.role) },
        side: orgId ? 'hospital' : 'bureau',
      };
    },
    holders: (office, account) => {
      const fills = staff.posts.filter(
        (post) =>
          post.role === office.role &&
          post.account === account &&
          ('orgId' in office ? post.orgId === office.orgId : inBureau.has(post.orgKind)),
      );
      return [...new Set(fills.map(({ name }) => name))];
    },
  };
}
