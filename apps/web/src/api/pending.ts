/* Paths whose controllers are being written: they go as soon as the generated document has them. */
import type { ActBody, ActFormView, ActReceipt, CaseLine, CaseQuery, CaseView, NoticeLine, TimelineEntry, TodoLine } from '#contracts/case';
import type { DeskView, TodoQuery } from '#contracts/desk';

interface Answer<T> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
}
interface Get<P, T> {
  get: { parameters: P } & Answer<T>;
}
interface Page<T> {
  items: T[];
  next: string | null;
}
type ById = { path: { id: string } };
type JsonBody<T> = { requestBody: { content: { 'application/json': T } } };

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
  type: string;
}

export interface PendingPaths {
  '/api/desk': Get<object, DeskView>;
  '/api/todos': Get<{ query?: Partial<TodoQuery> }, Page<TodoLine>>;
  '/api/cases': Get<{ query?: Partial<CaseQuery> }, Page<CaseLine>>;
  '/api/cases/{id}': Get<ById, CaseView>;
  '/api/cases/{id}/timeline': Get<ById, TimelineEntry[]>;
  '/api/cases/{id}/forms/{action}': Get<{ path: { id: string; action: string } }, ActFormView>;
  '/api/cases/{id}/acts': { post: { parameters: ById } & JsonBody<ActBody> & Answer<ActReceipt> };
  '/api/notices/{id}': Get<ById, NoticeLine>;
  '/api/notices/{id}/svg': Get<ById, { pages: string[] }>;
}
