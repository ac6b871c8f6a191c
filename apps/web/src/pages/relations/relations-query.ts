import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';

export const relationsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['relations', personId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/people/{id}/relations', { params: { path: { id: personId } }, signal })),
  });
