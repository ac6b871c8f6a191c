/* Paths of campaigns, boards and records, until the generated document has them. */
import type { ActFormView, ActReceipt } from '#contracts/case';
import type { BoardView, PairListBody, PairListView, PairMatchBody, RecordBody, RecordLine } from './bureau-types.ts';

interface Answer<T> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
}
type JsonBody<T> = { requestBody: { content: { 'application/json': T } } };
type ById = { path: { id: string } };

export interface PendingBureauPaths {
  '/api/forms/campaign': { get: { parameters: object } & Answer<ActFormView> };
  '/api/pair-lists': { post: { parameters: object } & JsonBody<PairListBody> & Answer<PairListView> };
  '/api/pair-lists/{id}': { get: { parameters: ById } & Answer<PairListView> };
  '/api/pair-lists/{id}/match': { post: { parameters: ById } & JsonBody<PairMatchBody> & Answer<PairListView> };
  '/api/pair-lists/{id}/launch': { post: { parameters: ById } & JsonBody<{ actId: string }> & Answer<ActReceipt> };
  '/api/campaigns/{id}/board': { get: { parameters: ById } & Answer<BoardView> };
  '/api/cases/{id}/records': {
    get: { parameters: ById } & Answer<RecordLine[]>;
    post: { parameters: ById } & JsonBody<RecordBody> & Answer<RecordLine>;
  };
  '/api/cases/{id}/records/{recordId}/withdraw': {
    post: { parameters: { path: { id: string; recordId: string } } } & Answer<undefined>;
  };
}
