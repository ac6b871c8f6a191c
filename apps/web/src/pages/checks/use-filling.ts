import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftKey } from '../../act/draft.ts';
import type { ChecklistItem, ChecklistView } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { isPassing, sentenceOf, statusOf } from '../../api/problem.ts';
import { live } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { readKept, writeKept } from '../../kept/kept.ts';

type File = ChecklistItem['files'][number];
export interface Answer {
  result: ChecklistItem['result'];
  note: string;
  files: File[];
  /** The version that was seen when it was changed. */
  base: number;
}

export const checklistQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'checklist'],
    queryFn: ({ signal }) => ask(api.GET('/api/cases/{id}/checklist', { params: { path: { id } }, signal })),
    ...live,
  });

/** While somebody types nothing is sent yet. */
const pauseMs = 900;
const againMs = 5_000;

const ready = ({ result, note }: Answer) => result !== null && (result !== 'fail' || note.trim() !== '');

/**
 * Answers that have not arrived lie in this browser and are sent one after the other; a broken connection only delays
 * them, and the same answer sent twice is kept once.
 */
export function useFilling(view: ChecklistView) {
  const { caseId } = view;
  const { personId } = useSession();
  const client = useQueryClient();
  const key = draftKey(personId, caseId, 'checklist');
  const [typed, setTyped] = useState<Record<string, Answer>>(
    () => (readKept(key) as Record<string, Answer> | undefined) ?? {},
  );
  const [faults, setFaults] = useState<Record<string, { text: string; stale: boolean }>>({});
  const [offline, setOffline] = useState(false);
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);

  useEffect(() => writeKept(key, Object.keys(typed).length > 0 ? typed : undefined), [key, typed]);

  const send = useCallback(
    async (item: string, answer: Answer): Promise<void> => {
      const { base: version, result, note, files } = answer;
      if (!result) return;
      const body = { version, result, files: files.map(({ id }) => id), ...(note.trim() ? { note } : {}) };
      try {
        const kept = await ask(
          api.POST('/api/cases/{id}/findings/{item}', { params: { path: { id: caseId, item } }, body }),
        );
        setOffline(false);
        client.setQueryData(checklistQuery(caseId).queryKey, (old) => old && withItem(old, kept));
        setTyped((all) => {
          const now = all[item];
          if (!now) return all;
          // What was changed meanwhile goes next, on top of what has just been kept.
          if (now !== answer) return { ...all, [item]: { ...now, base: kept.version } };
          const { [item]: _sent, ...rest } = all;
          return rest;
        });
      } catch (error) {
        if (isPassing(error)) return setOffline(true);
        setFaults((all) => ({ ...all, [item]: { text: sentenceOf(error), stale: statusOf(error) === 409 } }));
        void client.invalidateQueries({ queryKey: ['case', caseId] });
      }
    },
    [caseId, client],
  );

  const next = Object.entries(typed).find(([item, answer]) => ready(answer) && !faults[item]);
  useEffect(() => {
    if (!next) return undefined;
    const wait = setTimeout(
      () => {
        if (sending.current) return;
        sending.current = true;
        void send(...next).finally(() => {
          sending.current = false;
          setTurn((count) => count + 1);
        });
      },
      offline ? againMs : pauseMs,
    );
    const online = () => setOffline(false);
    window.addEventListener('online', online);
    return () => {
      clearTimeout(wait);
      window.removeEventListener('online', online);
    };
  }, [next?.[0], next?.[1], offline, send, turn]);

  const shown = (item: ChecklistItem): Answer =>
    typed[item.item] ?? { result: item.result, note: item.note ?? '', files: item.files, base: item.version };
  const forgetFault = (item: string) => setFaults(({ [item]: _fault, ...rest }) => rest);
  const change = (item: ChecklistItem, changes: Partial<Answer>): void => {
    forgetFault(item.item);
    setTyped((all) => ({ ...all, [item.item]: { ...(all[item.item] ?? shown(item)), ...changes } }));
  };
  /** After somebody else was quicker: his answer stands, or one's own goes on top of it. */
  const settle = (item: ChecklistItem, own: boolean): void => {
    forgetFault(item.item);
    setTyped(({ [item.item]: mine, ...rest }) =>
      own && mine ? { ...rest, [item.item]: { ...mine, base: item.version } } : rest,
    );
  };
  const [photos, setPhotos] = useState<Record<string, number>>({});
  const countPhotos = useCallback(
    (item: string, waiting: number) =>
      setPhotos((all) => (all[item] === waiting ? all : { ...all, [item]: waiting })),
    [],
  );
  const photosOf = ({ item }: ChecklistItem): string => `${key}.${item}`;
  return {
    shown,
    change,
    settle,
    photosOf,
    countPhotos,
    faults,
    offline,
    waiting: Object.keys(typed).length + Object.values(photos).reduce((sum, one) => sum + one, 0),
  };
}
export type Filling = ReturnType<typeof useFilling>;

const withItem = (view: ChecklistView, kept: ChecklistItem): ChecklistView => ({
  ...view,
  groups: view.groups.map((group) => ({
    ...group,
    items: group.items.map((item) => (item.item === kept.item ? kept : item)),
  })),
});
