import type { Row } from './row.ts';

/** Whoever holds a paper may check it; what it answers is tried in paper-checks.test.ts. */
export const paperCheckRows: Record<string, Row> = {
  'POST /api/paper-checks': { may: 'anyone', body: {}, answers: 400 },
};
