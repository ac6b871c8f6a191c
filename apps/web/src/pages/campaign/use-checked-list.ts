import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { PairListView } from '../../api/bureau-types.ts';
import { checkKey, isEmptySource } from './use-launch-draft.ts';
import type { KeptDraft, LaunchDraft, Match } from './use-launch-draft.ts';

const listKey = (id: string | undefined) => ['pair-list', id] as const;

/** A row that is gone refuses its match; the row then shows its problem again, which is the right answer. */
async function matchOne(id: string, match: Match): Promise<PairListView> {
  return ask(api.POST('/api/pair-lists/{id}/match', { params: { path: { id } }, body: match }));
}

async function check({ form, source, matches }: LaunchDraft): Promise<PairListView> {
  const list = 'pasted' in source ? { pasted: source.pasted } : { fileId: source.fileId };
  let checked = await ask(api.POST('/api/pair-lists', { body: { form, ...list } }));
  for (const match of matches) {
    if (!checked.rows.some((row) => row.row === match.row && row[match.side] === null)) continue;
    checked = await matchOne(checked.id, match);
  }
  return checked;
}

/** The list as the server sees it: checked anew whenever form or list change, kept by its id otherwise. */
export function useCheckedList({ draft, change }: KeptDraft) {
  const cache = useQueryClient();
  const found = useQuery({
    queryKey: listKey(draft.listId),
    enabled: draft.listId !== undefined,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/pair-lists/{id}', { params: { path: { id: draft.listId ?? '' } }, signal })),
  });
  const keep = (list: PairListView) => cache.setQueryData(listKey(list.id), list);
  const checking = useMutation({
    mutationFn: check,
    onSuccess: (list, checked) => {
      keep(list);
      change({ listId: list.id, checkedFor: checkKey(checked) });
    },
  });
  const matching = useMutation({
    mutationFn: (match: Match) => matchOne(draft.listId ?? '', match),
    onSuccess: (list, match) => {
      keep(list);
      const others = draft.matches.filter((one) => one.row !== match.row || one.side !== match.side);
      change({ matches: [...others, match] });
    },
  });
  const stale = checkKey(draft) !== draft.checkedFor;
  return {
    list: draft.listId && !isEmptySource(draft.source) ? found.data : undefined,
    stale,
    error: checking.error ?? matching.error ?? found.error,
    busy: checking.isPending || matching.isPending,
    check: checking.mutate,
    match: (match: Match) => matching.mutate(match),
  };
}

export type CheckedList = ReturnType<typeof useCheckedList>;
