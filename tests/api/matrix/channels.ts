import type { Row } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';
const may = ['system-admin'] as const;
const badBody = { body: {}, answers: 400 };
const none = (rest: string) => ({ may, path: () => `/api/webhooks/${unknown}${rest}`, answers: 404 });

export const channelRows: Record<string, Row> = {
  // A whole stream would not end.
  'GET /api/live': { may: 'signed-in', path: () => '/api/live?once=true' },
  'GET /api/settings': { may: 'signed-in' },
  'PUT /api/settings': { may: 'signed-in', ...badBody },
  'GET /api/saved-views': { may: 'signed-in', path: () => '/api/saved-views?page=cases' },
  'POST /api/saved-views': { may: 'signed-in', ...badBody },
  'PATCH /api/saved-views/:id': { may: 'signed-in', path: () => `/api/saved-views/${unknown}`, ...badBody },
  'DELETE /api/saved-views/:id': {
    may: 'signed-in',
    path: () => `/api/saved-views/${unknown}`,
    answers: 404,
  },
  'POST /api/settings/email-code': { may: 'signed-in', answers: 409 },
  'POST /api/settings/email-confirmation': { may: 'signed-in', ...badBody },
  'GET /api/mails': { may },
  'POST /api/mails/:id/retry': { may, path: () => `/api/mails/${unknown}/retry`, answers: 404 },
  'GET /api/webhooks': { may },
  'GET /api/webhooks/:id/deliveries': none('/deliveries'),
  'POST /api/webhooks': { may, ...badBody },
  'PATCH /api/webhooks/:id': { may, path: () => `/api/webhooks/${unknown}`, ...badBody },
  'POST /api/webhooks/:id/secret': none('/secret'),
  'POST /api/webhooks/:id/test': none('/test'),
  'POST /api/webhooks/:id/pause': none('/pause'),
  'POST /api/webhooks/:id/resume': { ...none('/resume'), body: {} },
  'POST /api/webhooks/:id/withdraw': none('/withdraw'),
};
