import { App } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RuleDraft } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';
import { proposalOf } from './given.ts';

/** One row less in a draft that is not handed in. */
export function RemoveRow({ draft, index }: { draft: RuleDraft; index: number }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const { id, version, table, proposal } = draft;
  const send = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/rules/drafts/{id}/rows', {
          params: { path: { id } },
          body: {
            version,
            proposal: proposalOf(
              table,
              proposal.rows.filter((_, at) => at !== index),
            ),
          },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['drafts'] }),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <button type="button" className="text-link" disabled={send.isPending} onClick={() => send.mutate()}>
      去掉
    </button>
  );
}
