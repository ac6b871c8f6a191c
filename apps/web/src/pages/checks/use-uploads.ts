import { useEffect, useRef, useState } from 'react';
import type { ChecklistItem } from '../../api/bureau-types.ts';
import { problemFrom } from '../../api/client.ts';
import { isPassing, sentenceOf, UnreachableError } from '../../api/problem.ts';
import { underKey } from '../../api/sent-once.ts';
import type { UploadedFiles } from '../../api/types.ts';
import { readKeptFiles, writeKeptFiles } from '../../kept/kept-files.ts';

export type Stored = ChecklistItem['files'][number];

/** A photograph that is not with the server yet; a fault waits for a decision, no network only for the network. */
export interface Pending {
  file: File;
  fault?: string;
}
interface Items {
  /** Where they are kept until they have arrived. */
  key: string;
  files: readonly Stored[];
  onChange: (files: Stored[]) => void;
}

const againMs = 5_000;

async function upload(file: File): Promise<Stored[]> {
  const form = new FormData();
  form.append('file', file);
  const { name: called, size: bytes, lastModified } = file;
  const response = await underKey(`file ${called} ${bytes} ${lastModified}`, (key) =>
    fetch('/api/files', { method: 'POST', body: form, headers: { 'idempotency-key': key } }),
  ).catch(() => {
    throw new UnreachableError();
  });
  if (!response.ok) throw problemFrom(await response.json().catch(() => undefined), response);
  return ((await response.json()) as UploadedFiles).files.map(({ id, name, size, type }) => ({
    ...{ id, name, size, type },
  }));
}

/** Sends photographs one after the other. They lie in this browser until they have arrived, also when the page is closed. */
export function useUploads({ key, files, onChange }: Items) {
  const [pending, setPending] = useState<Pending[]>();
  const [offline, setOffline] = useState(false);
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);
  // Each is added to what stands when it arrives.
  const held = useRef(files);
  held.current = files;

  useEffect(() => {
    void readKeptFiles(key).then((kept) =>
      setPending((taken = []) => [...kept.map((file) => ({ file })), ...taken]),
    );
  }, [key]);
  useEffect(() => {
    if (pending)
      void writeKeptFiles(
        key,
        pending.map(({ file }) => file),
      );
  }, [key, pending]);

  const leave = (file: File) => setPending((all) => all?.filter((one) => one.file !== file));
  const send = async (file: File): Promise<void> => {
    try {
      // It arrived before, and only the page did not live to see it.
      const known = held.current.some(({ name, size }) => name === file.name && size === file.size);
      if (!known) onChange([...held.current, ...(await upload(file))]);
      setOffline(false);
      leave(file);
    } catch (error) {
      if (isPassing(error)) return setOffline(true);
      const fault = sentenceOf(error);
      setPending((all) => all?.map((one) => (one.file === file ? { file, fault } : one)));
    }
  };

  const next = pending?.find(({ fault }) => fault === undefined)?.file;
  useEffect(() => {
    if (!next) return undefined;
    const wait = setTimeout(
      () => {
        if (sending.current) return;
        sending.current = true;
        void send(next).finally(() => {
          sending.current = false;
          setTurn((count) => count + 1);
        });
      },
      offline ? againMs : 0,
    );
    const online = () => setOffline(false);
    window.addEventListener('online', online);
    return () => {
      clearTimeout(wait);
      window.removeEventListener('online', online);
    };
  }, [next, offline, turn]);

  const take = (taken: readonly File[]) =>
    setPending((all = []) => [...all, ...taken.map((file) => ({ file }))]);
  const again = (file: File) => setPending((all) => all?.map((one) => (one.file === file ? { file } : one)));
  return { pending: pending ?? [], offline, take, again, leave };
}
