import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RehearsalBody } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';

export interface Target {
  listId?: string;
  campaignId?: string;
}

/** What is rehearsed: its title and its hospitals, for the head of the page and the choice of silent ones. */
export function useSubject({ listId, campaignId }: Target) {
  const campaign = useQuery({
    queryKey: ['case', campaignId],
    enabled: campaignId !== undefined,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/cases/{id}', { params: { path: { id: campaignId ?? '' } }, signal })),
  });
  const ofCampaign = (campaign.data?.body as { listId?: string } | undefined)?.listId;
  const id = listId ?? ofCampaign;
  const list = useQuery({
    queryKey: ['pair-list', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/pair-lists/{id}', { params: { path: { id: id ?? '' } }, signal })),
  });
  const rows = list.data?.rows ?? [];
  const hospitals = new Map(
    rows.flatMap(({ pilot, assisted }) =>
      [pilot, assisted].flatMap((one) => (one ? [[one.orgId, one.name] as const] : [])),
    ),
  );
  return {
    title: campaign.data?.title ?? (list.data ? String(list.data.form['title'] ?? '') : undefined),
    number: campaign.data?.number,
    pairs: list.data?.rows.length,
    hospitals: [...hospitals].map(([value, label]) => ({ value, label })),
  };
}

/** Who comes back from filling an empty post wants another answer. */
export function useRehearsal(body: RehearsalBody) {
  return useQuery({
    queryKey: ['rehearsal', body],
    queryFn: ({ signal }) => ask(api.POST('/api/rehearsals', { body, signal })),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
}
