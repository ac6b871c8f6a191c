import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { Values } from './body.ts';

/** A paper is not set anew at every key. */
const pauseMs = 400;

/** The draft of the paper that an act would sign with these answers; it follows them. */
export function useDraft(caseId: string, action: string, answers: Values | undefined, nth = 0) {
  const form = useSettled(answers);
  return useQuery({
    ...draftQuery(caseId, action, form, nth),
    enabled: form !== undefined,
    // The paper of a moment ago stays until the next one is there.
    placeholderData: keepPreviousData,
  });
}

export const draftQuery = (caseId: string, action: string, form: Values = {}, nth = 0) =>
  queryOptions({
    queryKey: ['case', caseId, 'draft', action, form, nth],
    queryFn: ({ signal }) => {
      const params = { path: { id: caseId, action } };
      return ask(api.POST('/api/cases/{id}/drafts/{action}', { params, body: { form, nth }, signal }));
    },
    refetchOnWindowFocus: false,
  });

/** The answers once nobody has changed them for a moment; the first ones at once. */
export function useSettled(answers: Values | undefined): Values | undefined {
  const [settled, setSettled] = useState(answers);
  const said = JSON.stringify(answers);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSettled(JSON.parse(said) as Values), pauseMs);
    return () => clearTimeout(timer);
  }, [said]);
  return settled ?? answers;
}
