import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { patiently } from '../api/patiently.ts';
import { isPassing } from '../api/problem.ts';
import type { ActReceipt } from '../api/types.ts';
import { useSession } from '../api/session.ts';
import { areMany } from '../signing/prove-all.ts';
import { signPapers } from '../signing/sign-papers.ts';
import { tell } from '../signing/under-way.ts';
import type { Values } from './body.ts';
import { actIdFor, readDraft, writeDraft } from './draft.ts';

export interface ShownPaper {
  hash: string;
  of: number;
}

/** What is signed, in words. */
interface Signed {
  id: string;
  title: string;
  label: string;
}

interface Sending {
  action: string;
  seq: number;
  onBehalfOf: string | undefined;
  form: Values;
  /** The draft that the page shows, where the act signs a paper, and how many papers there will be. */
  paper: ShownPaper | undefined;
}

/**
 * Sends an act under an id that stays the same for the same answers, through retries and reloads: whatever the server
 * did the first time is recognised.
 */
export function useSendAct({ id: caseId, title, label }: Signed, draftKey: string) {
  const { personId } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, seq, onBehalfOf, form, paper }: Sending): Promise<ActReceipt> => {
      const draft = readDraft(draftKey);
      const text = JSON.stringify([onBehalfOf, form]);
      const actId = actIdFor(draft?.sent, text);
      writeDraft(draftKey, { values: draft?.values ?? {}, sent: { actId, body: text } });
      const whose = onBehalfOf ? { onBehalfOf } : {};
      const body = { actId, action, seq, form, ...whose, ...(paper ? { paper: paper.hash } : {}) };
      const post = () => ask(api.POST('/api/cases/{id}/acts', { params: { path: { id: caseId } }, body }));
      if (!paper || !areMany(paper.of)) return post();
      return signPapers({ personId, caseId, action, title, label, body }, () => patiently(post));
    },
    retry: (count, error) => isPassing(error) && count < 4,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
    onSuccess: () => {
      writeDraft(draftKey, undefined);
      tell(caseId, { at: 'done' });
    },
    onError: (failure) => tell(caseId, { at: 'failed', failure }),
    // After a refusal too: somebody else was quicker, and the page has to show it.
    onSettled: () => {
      for (const key of ['case', 'cases', 'desk', 'todos', 'session']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}
