import type { Role } from '#domain/role';
import type { Relation, Row, Target } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';
const person = (rest: string) => ({ path: ({ personId }: Target) => `/api/people/${personId}${rest}` });
const badBody = { body: {}, answers: 400 };
const outside: readonly Role[] = ['liaison', 'principal', 'clerk', 'department', 'evaluator'];

/** One's own; that of others is tried in workload.test.ts. */
function ofPerson(role: Role, relation: Relation): number {
  if (relation === 'own') return 200;
  return outside.includes(role) && relation === 'other' ? 404 : 403;
}

const ofHandover = (rest: string): Row => ({
  may: 'signed-in',
  path: () => `/api/workload-handovers/${unknown}${rest}`,
  answers: 404,
});

export const workloadRows: Record<string, Row> = {
  'GET /api/people/:id/workload': { may: 'signed-in', ...person('/workload'), answers: ofPerson },
  'POST /api/people/:id/workload/preview': { may: 'signed-in', ...person('/workload/preview'), ...badBody },
  'POST /api/people/:id/workload/handovers': {
    may: 'signed-in',
    ...person('/workload/handovers'),
    ...badBody,
  },
  'GET /api/workload-handovers/:id': ofHandover(''),
  'POST /api/workload-handovers/:id/pause': ofHandover('/pause'),
  'POST /api/workload-handovers/:id/resume': ofHandover('/resume'),
  'POST /api/workload-handovers/:id/undo': ofHandover('/undo'),
};
