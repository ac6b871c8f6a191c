import { bureauRoles } from '#domain/role';
import type { Row } from './row.ts';

const draft = (rest = '') => ({
  path: () => `/api/rules/drafts/01a00000-0000-7000-8000-000000000000${rest}`,
});
const systemAdmin = { may: ['system-admin'] } as const;
const admins = { may: ['system-admin', 'security-admin'] } as const;
const badBody = { body: {}, answers: 400 };

/** Whose draft is whose is tried in rules.test.ts; what is done with it stands in drafts.ts. */
export const ruleRows: Record<string, Row> = {
  'GET /api/rules': { may: [...bureauRoles, ...admins.may] },
  'POST /api/rules/drafts': { ...systemAdmin, ...badBody },
  'GET /api/rules/drafts/:id': { ...admins, ...draft(), answers: 404 },
  'GET /api/rules/drafts/:id/effect': { ...admins, ...draft('/effect'), answers: 404 },
  'POST /api/rules/drafts/:id/rows': { ...systemAdmin, ...draft('/rows'), ...badBody },
};
