import { hospitalRoles } from '#domain/role';
import type { Role } from '#domain/role';
import type { Relation, Row, Target } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';
const outside: readonly Role[] = [...hospitalRoles, 'department', 'evaluator'];

/** Everybody his own; of others, people outside the bureau do not learn whether they exist. */
const alsoFor =
  (...readers: Role[]) =>
  (role: Role, relation: Relation): number => {
    if (relation === 'own') return 200;
    if (outside.includes(role)) return relation === 'other' ? 404 : 403;
    return readers.includes(role) ? 200 : 403;
  };

const person = (rest: string) => ({ path: ({ personId }: Target) => `/api/people/${personId}${rest}` });
const badBody = { body: {}, answers: 400 };

/** Who arranges for whom within the bureau and within a hospital is tried in absences.test.ts. */
export const absenceRows: Record<string, Row> = {
  'GET /api/people/:id/absences': {
    may: 'signed-in',
    ...person('/absences'),
    answers: alsoFor('security-admin'),
  },
  'GET /api/people/:id/deputies': {
    may: 'signed-in',
    ...person('/deputies'),
    answers: alsoFor('security-admin'),
  },
  'POST /api/people/:id/absences': { may: 'signed-in', ...person('/absences'), ...badBody },
  'PATCH /api/absences/:id': { may: 'signed-in', path: () => `/api/absences/${unknown}`, ...badBody },
  'POST /api/absences/:id/end': { may: 'signed-in', path: () => `/api/absences/${unknown}/end`, ...badBody },
  'GET /api/people/:id/relations': {
    may: 'signed-in',
    ...person('/relations'),
    answers: alsoFor('security-admin', 'section-head', 'leader', 'chief-leader'),
  },
  'POST /api/people/:id/relations': { may: 'signed-in', ...person('/relations'), ...badBody },
  'POST /api/relations/:id/end': {
    may: 'signed-in',
    path: () => `/api/relations/${unknown}/end`,
    ...badBody,
  },
};
