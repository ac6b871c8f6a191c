import { roleCodes, roles } from '#domain/role';
import { demoPeople } from './demo-people.ts';

/** For every account of the demo seed, which production refuses. */
export const demoPassword = 'duxing-2026';

export interface DemoLogin {
  login: string;
  name: string;
  roleLabel: string;
}

/** One login for each role. */
export const demoLogins: DemoLogin[] = roleCodes.flatMap((role) => {
  const first = demoPeople.find((person) => person.posts.some((post) => post.role === role));
  return first ? [{ login: first.login, name: first.name, roleLabel: roles[role] }] : [];
});
