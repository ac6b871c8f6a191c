import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { isPassing } from '../api/problem.ts';
import type { BulkOffer, BulkResult } from '../api/types.ts';
import { newKey } from '../api/sent-once.ts';
import type { Values } from '../act/body.ts';

type Item = BulkOffer['items'][number];

export interface BulkLine {
  item: Item;
  actId: string;
  result?: BulkResult;
}

/** The acts of one bulk. Each keeps its id for the same answers, so that sending again does nothing twice. */
export function useBulk(offer: BulkOffer) {
  const client = useQueryClient();
  const [sent, setSent] = useState<{ body: string; lines: BulkLine[] }>();
  const send = useMutation({
    mutationFn: async ({ form, lines }: { form: Values; lines: readonly BulkLine[] }) => {
      const items = lines.map(({ item, actId }) => ({
        ...{ caseId: item.caseId, actId, form: { ...form, ...item.form } },
        ...(item.onBehalfOf ? { onBehalfOf: item.onBehalfOf } : {}),
      }));
      return ask(api.POST('/api/bulk-acts', { body: { action: offer.action, items } }));
    },
    retry: (count, error) => isPassing(error) && count < 3,
    onSuccess: ({ items }) =>
      setSent((before) => {
        if (!before) return before;
        const found = new Map(items.map((result) => [result.actId, result]));
        const lines = before.lines.map((line) => {
          const result = found.get(line.actId);
          return result ? { ...line, result } : line;
        });
        return { ...before, lines };
      }),
    onSettled: () => {
      for (const key of ['case', 'cases', 'desk', 'todos', 'bulk-offers'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return {
    send,
    lines: send.isSuccess || sent?.lines.some(({ result }) => result) ? sent?.lines : undefined,
    begin: (form: Values) => {
      const body = JSON.stringify(form);
      const lines = sent?.body === body ? sent.lines : offer.items.map((item) => ({ item, actId: newKey() }));
      setSent({ body, lines });
      send.mutate({ form, lines });
    },
    again: () => {
      const lines = sent?.lines.filter(({ result }) => !result?.receipt) ?? [];
      if (sent) send.mutate({ form: JSON.parse(sent.body) as Values, lines });
    },
  };
}
