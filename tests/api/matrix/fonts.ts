import type { Row } from './row.ts';

const may = ['system-admin'] as const;

export const fontRows: Record<string, Row> = {
  'GET /api/fonts': { may },
  // Counts for some seconds, once.
  'GET /api/fonts/gaps': { may },
  'POST /api/fonts/checks': { may, body: {}, answers: 400 },
};
