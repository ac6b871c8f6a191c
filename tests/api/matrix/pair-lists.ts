import { bureauRoles } from '#domain/role';
import type { Row } from './row.ts';

const list = (rest: string) => () => `/api/pair-lists/01a00000-0000-7000-8000-000000000000${rest}`;
const inspector = { may: ['inspector'] } as const;
const rehearses = { may: ['inspector', 'section-head', 'leader', 'chief-leader'] } as const;
const badBody = { body: {}, answers: 400 };

export const pairListRows: Record<string, Row> = {
  'GET /api/forms/campaign': inspector,
  'GET /api/pair-lists': inspector,
  'GET /api/pair-lists/template.xlsx': inspector,
  'POST /api/pair-lists': { ...inspector, ...badBody },
  'GET /api/pair-lists/:id': { may: bureauRoles, path: list(''), answers: 404 },
  'POST /api/pair-lists/:id/match': { ...inspector, path: list('/match'), ...badBody },
  'POST /api/pair-lists/:id/report-unknown': { ...inspector, path: list('/report-unknown'), ...badBody },
  'POST /api/pair-lists/:id/launch': { ...inspector, path: list('/launch'), ...badBody },
  'POST /api/rehearsals': { ...rehearses, ...badBody },
  'POST /api/rehearsals/calendar.xlsx': { ...rehearses, ...badBody },
};
