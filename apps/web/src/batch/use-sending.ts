import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { patiently } from '../api/patiently.ts';
import { isPassing } from '../api/problem.ts';
import { areMany, proveAll, type HowFar } from '../signing/prove-all.ts';
import { isLeft, type Batch, type BatchItem } from './batch.ts';

/** So many papers in one request: each is set once more before it is signed. */
const inOneGo = 4;

type Update = (change: (batch: Batch) => Batch) => void;

/**
 * Sends what is left, a few at a time. Each act keeps its id: whatever breaks off meanwhile, the page, the network or the
 * server, the rest goes on where it stood and nothing is done twice.
 */
export function useSending(batch: Batch, update: Update) {
  const cache = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [running, setRunning] = useState(false);
  const [proving, setProving] = useState<HowFar & Pick<BatchItem, 'caseTitle'>>();
  const gone = useRef(false);
  const latest = useRef(batch);
  latest.current = batch;
  useEffect(() => {
    gone.current = false;
    return () => void (gone.current = true);
  }, []);

  const go = useCallback(async () => {
    setError(undefined);
    setRunning(true);
    try {
      let left = latest.current.items.filter(isLeft);
      while (left.length > 0 && !gone.current) {
        const some = await Promise.all(left.slice(0, inOneGo).map((item) => withHash(latest.current, item)));
        const { action } = latest.current;
        for (const item of some.filter(({ of }) => areMany(of))) {
          const tell = (far: HowFar) => setProving({ ...far, caseTitle: item.caseTitle });
          tell({ proven: 0, of: 0, away: false });
          await prove(action, item, { tell, isOver: () => gone.current });
        }
        setProving(undefined);
        if (gone.current) return;
        const items = await patiently(() => send(action, some));
        const results = new Map(items.map((result) => [result.actId, result]));
        update((before) => ({
          ...before,
          items: before.items.map((item) => {
            const result = results.get(item.actId);
            return result ? { ...item, result } : item;
          }),
        }));
        left = left.slice(inOneGo);
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setRunning(false);
      setProving(undefined);
      for (const key of ['case', 'cases', 'desk', 'todos']) void cache.invalidateQueries({ queryKey: [key] });
    }
  }, [cache, update]);
  return { go, running, error, proving };
}

/** Of a paper that was declared read: what it says now. */
async function withHash({ action }: Batch, item: BatchItem): Promise<BatchItem> {
  if (item.hash) return item;
  const params = { path: { id: item.caseId, action } };
  const draft = ask(api.POST('/api/cases/{id}/drafts/{action}', { params, body: { form: {} } }));
  // What can't be shown is refused by the act itself, with the reason.
  const { hash, of } = await draft.catch((failure: unknown) => {
    if (isPassing(failure)) throw failure;
    return { hash: null, of: 1 };
  });
  return hash ? { ...item, hash, of } : item;
}

/** What cannot be printed is refused by the act itself, with the reason. */
async function prove(
  action: string,
  { caseId, actId, form, onBehalfOf, hash }: BatchItem,
  more: Pick<Parameters<typeof proveAll>[0], 'tell' | 'isOver'>,
): Promise<void> {
  const whose = { ...(onBehalfOf ? { onBehalfOf } : {}), ...(hash ? { paper: hash } : {}) };
  await proveAll({ caseId, body: { actId, action, form, ...whose }, ...more }).catch((failure: unknown) => {
    if (isPassing(failure)) throw failure;
  });
}

async function send(action: string, some: readonly BatchItem[]) {
  const items = some.map(({ caseId, actId, form, onBehalfOf, hash, read }) => ({
    ...{ caseId, actId, form },
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(hash ? { paper: hash } : {}),
    ...(read ? { read } : {}),
  }));
  return (await ask(api.POST('/api/bulk-acts', { body: { action, items } }))).items;
}
