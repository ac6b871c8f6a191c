/* Paths whose controllers are being written: they go as soon as the generated document has them. */
interface Get<P, T> {
  get: {
    parameters: P;
    responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
  };
}

export interface PendingPaths {
  '/api/notices/{id}/svg': Get<{ path: { id: string } }, { pages: string[] }>;
}
