import { bureauRoles } from '#domain/role';
import type { Row } from './row.ts';

const text = (rest = '') => ({
  may: bureauRoles,
  path: () => `/api/dispatches/01a00000-0000-7000-8000-000000000000/text${rest}`,
});
const drafts = { may: ['inspector', 'section-head'] } as const;
const badBody = { body: {}, answers: 400 };

/** Whose draft is whose is tried in dispatches.test.ts. */
export const dispatchRows: Record<string, Row> = {
  'GET /api/dispatches': { may: bureauRoles },
  'GET /api/forms/dispatch': drafts,
  'POST /api/dispatches': { ...drafts, ...badBody },
  'GET /api/dispatches/:id/text': { ...text(), answers: 404 },
  'GET /api/dispatches/:id/text/docx': { ...text('/docx'), answers: 404 },
  'POST /api/dispatches/:id/text': { ...text(), ...badBody },
  'POST /api/dispatches/:id/text/preview': { ...text('/preview'), body: { form: {} }, answers: 404 },
};
