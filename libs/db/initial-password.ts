import { randomInt } from 'node:crypto';
import { passwordFault } from '#domain/sign-in';

/** Letters and digits that are not taken for one another when read from a slip of paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** An initial password: shown once, changed at the first log-in. */
export function initialPassword(login: string): string {
  const four = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  const password = [four(), four(), four()].join('-');
  return passwordFault(password, login) === undefined ? password : initialPassword(login);
}
