import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WordingLine } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { draftKey } from '../../drafts/queries.ts';

export const wordingsQuery = queryOptions({
  queryKey: ['wording', 'list'],
  queryFn: ({ signal }) => ask(api.GET('/api/wording/papers', { signal })),
  ...live,
});

export const wordingPaperQuery = (code: string) =>
  queryOptions({
    queryKey: ['wording', 'paper', code],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/wording/papers/{code}', { params: { path: { code } }, signal })),
    ...live,
  });

export const wordingDraftQuery = (id: string) =>
  queryOptions({
    queryKey: draftKey('wording', id),
    queryFn: ({ signal }) => ask(api.GET('/api/wording/drafts/{id}', { params: { path: { id } }, signal })),
    ...live,
  });

/** Asked anew with each version of the draft. */
export const wordingPagesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['wording', 'pages', id, version],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/wording/drafts/{id}/pages', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** A paper is not set anew at every key. */
const pauseMs = 500;

/** The example in the wording that stands on the screen, and what is wrong with it; it follows the typing. */
export function usePreview(code: string, lines: WordingLine[]) {
  const settled = useSettled(lines);
  return useQuery({
    queryKey: ['wording', 'preview', code, settled],
    queryFn: ({ signal }) => {
      const params = { path: { code } };
      return ask(
        api.POST('/api/wording/papers/{code}/preview', { params, body: { lines: settled }, signal }),
      );
    },
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

function useSettled(lines: WordingLine[]): WordingLine[] {
  const [settled, setSettled] = useState(lines);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(lines), pauseMs);
    return () => clearTimeout(timer);
  }, [lines]);
  return settled;
}
