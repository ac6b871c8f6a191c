import { bureauRoles, hospitalRoles } from '#domain/role';
import type { Role } from '#domain/role';
import type { Row } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';
const readers: readonly Role[] = [...bureauRoles, ...hospitalRoles, 'department'];
const opens = { may: ['inspector', 'section-head'] } as const;
const badBody = { body: {}, answers: 400 };

export const commitmentRows: Record<string, Row> = {
  'GET /api/commitments': { may: readers },
  'GET /api/commitments.xlsx': { may: readers },
  'GET /api/commitments.csv': { may: readers },
  'GET /api/forms/commitment': opens,
  'POST /api/commitments': { ...opens, ...badBody },
  'GET /api/on-site-checks': { may: readers },
  'GET /api/forms/on-site-check': opens,
  'POST /api/on-site-checks': { ...opens, ...badBody },
  'GET /api/cases/:id/checklist': {
    may: readers,
    path: () => `/api/cases/${unknown}/checklist`,
    answers: 404,
  },
  'POST /api/cases/:id/findings/:item': {
    may: bureauRoles,
    path: () => `/api/cases/${unknown}/findings/order.guide`,
    ...badBody,
  },
};
