import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { isPassing } from '../api/problem.ts';
import type { ActReceipt } from '../api/types.ts';
import type { Values } from './body.ts';
import { actIdFor, readDraft, writeDraft } from './draft.ts';

interface Sending {
  action: string;
  seq: number;
  onBehalfOf: string | undefined;
  form: Values;
  /** Of the draft that the page shows, where the act signs a paper. */
  paper: string | undefined;
}

/**
 * Sends an act under an id that stays the same for the same answers, through retries and reloads: whatever the server
 * did the first time is recognised.
 */
export function useSendAct(caseId: string, draftKey: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, seq, onBehalfOf, form, paper }: Sending): Promise<ActReceipt> => {
      const draft = readDraft(draftKey);
      const text = JSON.stringify([onBehalfOf, form]);
      const actId = actIdFor(draft?.sent, text);
      writeDraft(draftKey, { values: draft?.values ?? {}, sent: { actId, body: text } });
      const whose = onBehalfOf ? { onBehalfOf } : {};
      const body = { actId, action, seq, form, ...whose, ...(paper ? { paper } : {}) };
      return ask(api.POST('/api/cases/{id}/acts', { params: { path: { id: caseId } }, body }));
    },
    retry: (count, error) => isPassing(error) && count < 4,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
    onSuccess: () => writeDraft(draftKey, undefined),
    // After a refusal too: somebody else was quicker, and the page has to show it.
    onSettled: () => {
      for (const key of ['case', 'cases', 'desk', 'todos', 'session']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}
