import type { Actor } from '#domain/actor';
import { demoId } from '../demo.ts';
import { demoOrgs } from '../demo-orgs.ts';
import { demoPeople } from '../demo-people.ts';

const orgs = new Map(demoOrgs.map((org) => [org.key, org]));
const people = new Map(demoPeople.map((person) => [person.login, person]));

export const orgId = (key: string): string => demoId('org', key);
const keys = new Map(demoOrgs.map(({ key }) => [orgId(key), key]));
export const orgKey = (id: string): string => keys.get(id) ?? id;
/** As documents write it. */
export const shortName = (key: string): string => orgs.get(key)?.aliases[0] ?? orgs.get(key)?.name ?? key;
export const nameOf = (login: string): string => people.get(login)?.name ?? login;

/** The demo person behind a login, with his posts as the sign-in would give them. */
export function actorOf(login: string): Actor {
  const person = people.get(login);
  if (!person) throw new Error(`no demo person ${login}`);
  const posts = person.posts.map(({ org, role }) => ({
    orgId: orgId(org),
    orgKind: orgs.get(org)?.kind ?? 'hospital',
    role,
  }));
  return { personId: demoId('person', login), posts };
}
