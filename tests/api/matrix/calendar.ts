import { bureauRoles } from '#domain/role';
import type { Row } from './row.ts';

const draft = (rest = '') => ({
  path: () => `/api/calendar/drafts/01a00000-0000-7000-8000-000000000000${rest}`,
});
const systemAdmin = { may: ['system-admin'] } as const;
const admins = { may: ['system-admin', 'security-admin'] } as const;
const readers = { may: [...bureauRoles, ...admins.may] };
const badBody = { body: {}, answers: 400 };

/** Whose draft is whose is tried in calendar.test.ts; what is done with it stands in drafts.ts. */
export const calendarRows: Record<string, Row> = {
  'GET /api/calendar': readers,
  'GET /api/calendar/versions': readers,
  'POST /api/calendar/drafts': { ...systemAdmin, ...badBody },
  'GET /api/calendar/drafts/:id': { ...admins, ...draft(), answers: 404 },
  'GET /api/calendar/drafts/:id/moves': { ...admins, ...draft('/moves'), answers: 404 },
  'POST /api/calendar/drafts/:id/read': { ...systemAdmin, ...draft('/read'), ...badBody },
  'POST /api/calendar/drafts/:id/days': { ...systemAdmin, ...draft('/days'), ...badBody },
};
