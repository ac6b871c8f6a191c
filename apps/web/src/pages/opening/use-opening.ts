import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actIdFor, draftKey, readDraft, writeDraft } from '../../act/draft.ts';
import type { Values } from '../../act/body.ts';
import { isPassing } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import type { ActReceipt } from '../../api/types.ts';

export interface OpeningBody {
  actId: string;
  form: Values;
  sourceCaseId?: string;
}

/** What was typed stays in this browser until the case stands; the same answers are the same act. */
export function useOpening(
  kind: string,
  sourceCaseId: string,
  send: (body: OpeningBody) => Promise<ActReceipt>,
) {
  const client = useQueryClient();
  const { personId } = useSession();
  const key = draftKey(personId, kind, 'open', sourceCaseId);
  const [draft] = useState(() => readDraft(key));
  const keep = (values: Values): void => {
    const sent = readDraft(key)?.sent;
    writeDraft(key, { values, ...(sent ? { sent } : {}) });
  };
  const opening = useMutation({
    mutationFn: (form: Values) => {
      const kept = readDraft(key);
      const text = JSON.stringify(form);
      const actId = actIdFor(kept?.sent, text);
      writeDraft(key, { values: kept?.values ?? {}, sent: { actId, body: text } });
      return send({ actId, form, ...(sourceCaseId ? { sourceCaseId } : {}) });
    },
    retry: (count, error) => isPassing(error) && count < 4,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
    onSuccess: () => {
      writeDraft(key, undefined);
      for (const part of ['cases', 'checks', 'desk', 'todos'])
        void client.invalidateQueries({ queryKey: [part] });
    },
  });
  return { draft: draft?.values ?? {}, keep, opening };
}
