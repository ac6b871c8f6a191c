import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';

export const absencesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['absences', personId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/people/{id}/absences', { params: { path: { id: personId } }, signal })),
  });
