import { concernedBy } from '#domain/draft-sorts';
import type { Row } from './row.ts';

const draft = (rest = '') => ({
  path: () => `/api/wording/drafts/01a00000-0000-7000-8000-000000000000${rest}`,
});
const paper = (rest = '') => ({ path: () => `/api/wording/papers/urge-letter${rest}` });
const readers = { may: concernedBy('wording') };
const proposers = { may: ['section-head', 'legal-reviewer'] } as const;
const badBody = { body: {}, answers: 400 };

/** Whose draft is whose is tried in wording.test.ts; what is done with it stands in drafts.ts. */
export const wordingRows: Record<string, Row> = {
  'GET /api/wording/papers': readers,
  'GET /api/wording/papers/:code': { ...readers, ...paper() },
  'POST /api/wording/papers/:code/preview': { ...readers, ...paper('/preview'), ...badBody },
  'POST /api/wording/drafts': { ...proposers, ...badBody },
  'GET /api/wording/drafts/:id': { ...readers, ...draft(), answers: 404 },
  'GET /api/wording/drafts/:id/pages': { ...readers, ...draft('/pages'), answers: 404 },
  'POST /api/wording/drafts/:id/text': { ...proposers, ...draft('/text'), ...badBody },
};
