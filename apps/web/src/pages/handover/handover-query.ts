import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { WorkloadPlan } from '../../api/bureau-types.ts';

export const workloadQuery = (personId: string) =>
  queryOptions({
    queryKey: ['workload', personId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/people/{id}/workload', { params: { path: { id: personId } }, signal })),
  });

export const previewQuery = (personId: string, plan: WorkloadPlan) =>
  queryOptions({
    queryKey: ['workload', personId, 'preview', plan],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/api/people/{id}/workload/preview', {
          params: { path: { id: personId } },
          body: plan,
          signal,
        }),
      ),
    enabled: plan.to.length > 0,
  });

/** Looked at often while it goes on, so that the numbers move. */
export const handoverQuery = (id: string) =>
  queryOptions({
    queryKey: ['handover', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/workload-handovers/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1_000 : 15_000),
    refetchIntervalInBackground: false,
  });
