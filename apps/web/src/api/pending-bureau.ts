/* Paths of boards and records, until the generated document has them. */
import type { BoardView, RecordBody, RecordLine } from './bureau-types.ts';

interface Answer<T> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
}
type JsonBody<T> = { requestBody: { content: { 'application/json': T } } };
type ById = { path: { id: string } };

export interface PendingBureauPaths {
  '/api/campaigns/{id}/board': { get: { parameters: ById } & Answer<BoardView> };
  '/api/cases/{id}/records': {
    get: { parameters: ById } & Answer<RecordLine[]>;
    post: { parameters: ById } & JsonBody<RecordBody> & Answer<RecordLine>;
  };
  '/api/cases/{id}/records/{recordId}/withdraw': {
    post: { parameters: { path: { id: string; recordId: string } } } & Answer<undefined>;
  };
}
