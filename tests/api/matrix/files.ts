import type { Row } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';

/** Whose file is whose is tried in files.test.ts. */
export const fileRows: Record<string, Row> = {
  'POST /api/files': {
    may: [
      ...(['inspector', 'section-head', 'legal-reviewer', 'leader', 'chief-leader', 'archivist'] as const),
      ...(['liaison', 'principal', 'clerk', 'department', 'system-admin'] as const),
    ],
    body: {},
    answers: 415,
  },
  'GET /api/files/:id': { may: 'signed-in', path: () => `/api/files/${unknown}`, answers: 404 },
};
