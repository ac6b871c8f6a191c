import { draftRoles } from '#domain/draft-sorts';
import type { Row } from './row.ts';

const act = (name: string): Row => ({
  ...{ may: draftRoles, body: {}, answers: 400 },
  path: () => `/api/drafts/01a00000-0000-7000-8000-000000000000/${name}`,
});

/** Who proposes and decides drafts of which sort is tried in #domain/draft.test.ts, calendar.test.ts and rules.test.ts. */
export const draftRows: Record<string, Row> = {
  'GET /api/drafts': { may: draftRoles },
  'POST /api/drafts/:id/hand-in': act('hand-in'),
  'POST /api/drafts/:id/withdraw': act('withdraw'),
  'POST /api/drafts/:id/approve': act('approve'),
  'POST /api/drafts/:id/return': act('return'),
};
