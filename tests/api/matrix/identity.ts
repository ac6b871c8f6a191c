import { hospitalRoles, roleCodes } from '#domain/role';
import type { Role } from '#domain/role';
import type { Relation, Row, Target } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';
const systemAdmin: readonly Role[] = ['system-admin'];
const securityAdmin: readonly Role[] = ['security-admin'];
const readers = roleCodes.filter((role) => role !== 'auditor' && role !== 'evaluator');
const outside: readonly Role[] = [...hospitalRoles, 'department', 'evaluator'];

/** Those outside the bureau see themselves and what stands below them. */
const ownOnly = (role: Role, relation: Relation) =>
  outside.includes(role) && relation === 'other' ? 404 : 200;

const org = (rest = '') => ({ path: ({ orgId }: Target) => `/api/orgs/${orgId}${rest}` });
const person = (rest = '') => ({ path: ({ personId }: Target) => `/api/people/${personId}${rest}` });
const nobody = (rest: string) => ({ path: () => `/api/people/${unknown}${rest}` });
const badBody = { body: {}, answers: 400 };

export const identityRows: Record<string, Row> = {
  // No worker runs in this test, and the answer says so.
  'GET /api/health': { may: 'anyone', answers: 503 },
  'GET /api/openapi.json': { may: 'anyone' },
  'POST /api/session': { may: 'anyone', ...badBody },
  'GET /api/session': { may: 'signed-in' },
  'GET /api/session/demo': { may: 'anyone' },
  // Logging out is tried in session.test.ts: here it would end the session that the next rows need.
  'DELETE /api/session': { may: 'anyone', answers: 401 },
  'POST /api/session/password': { may: 'signed-in', ...badBody },

  'GET /api/messages': { may: 'signed-in' },
  'POST /api/messages/read': { may: 'signed-in', ...badBody },
  'POST /api/messages/:id/read': {
    may: 'signed-in',
    path: () => `/api/messages/${unknown}/read`,
    answers: 404,
  },

  'GET /api/orgs': { may: 'signed-in' },
  'GET /api/orgs/:id': { may: 'signed-in', ...org(), answers: ownOnly },
  'POST /api/orgs': { may: systemAdmin, ...badBody },
  'GET /api/orgs/import/template.xlsx': { may: systemAdmin },
  'POST /api/orgs/import': { may: systemAdmin, body: {}, answers: 422 },
  'POST /api/orgs/import/confirm': { may: systemAdmin, ...badBody },
  'PATCH /api/orgs/:id': { may: systemAdmin, ...org(), ...badBody },
  'POST /api/orgs/:id/rename': { may: systemAdmin, ...org('/rename'), ...badBody },
  'POST /api/orgs/:id/aliases': { may: systemAdmin, ...org('/aliases'), ...badBody },
  'POST /api/orgs/:id/move': { may: systemAdmin, ...org('/move'), ...badBody },
  'POST /api/orgs/:id/merge': { may: systemAdmin, ...org('/merge'), ...badBody },
  'POST /api/orgs/:id/disable': { may: systemAdmin, ...org('/disable'), ...badBody },
  'POST /api/orgs/:id/enable': { may: systemAdmin, ...org('/enable'), ...badBody },

  'GET /api/people': { may: readers },
  'GET /api/people/:id': { may: readers, ...person(), answers: ownOnly },
  'GET /api/people/:id/phone': { may: readers, ...person('/phone'), answers: ownOnly },
  'POST /api/people': { may: systemAdmin, ...badBody },
  'PATCH /api/people/:id': { may: systemAdmin, ...person(), ...badBody },
  'POST /api/people/:id/disable': { may: systemAdmin, ...person('/disable'), ...badBody },
  'POST /api/people/:id/enable': { may: systemAdmin, ...person('/enable'), ...badBody },
  'POST /api/people/:id/qualifications': { may: systemAdmin, ...person('/qualifications'), ...badBody },
  'POST /api/people/:id/account': { may: systemAdmin, ...person('/account'), ...badBody },
  'POST /api/people/:id/account/password': { may: systemAdmin, ...person('/account/password'), ...badBody },
  'POST /api/people/:id/account/disable': { may: systemAdmin, ...nobody('/account/disable'), answers: 404 },
  'POST /api/people/:id/account/enable': { may: systemAdmin, ...nobody('/account/enable'), answers: 404 },
  'POST /api/people/:id/account/unlock': { may: systemAdmin, ...nobody('/account/unlock'), answers: 404 },
  'POST /api/people/:id/posts': { may: securityAdmin, ...person('/posts'), ...badBody },
  'POST /api/posts/:id/end': {
    may: securityAdmin,
    path: ({ postId }) => `/api/posts/${postId}/end`,
    ...badBody,
  },

  'GET /api/log': { may: ['auditor'] },
  'GET /api/log/export': { may: ['auditor'] },
};
