import type { Row } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';

export const caseRows: Record<string, Row> = {
  'POST /api/cases/:id/acts': {
    may: 'signed-in',
    path: () => `/api/cases/${unknown}/acts`,
    body: {},
    answers: 400,
  },
};
