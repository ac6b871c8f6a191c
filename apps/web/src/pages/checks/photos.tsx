import CameraOutlined from '@ant-design/icons/CameraOutlined';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ChecklistItem } from '../../api/bureau-types.ts';
import { problemFrom } from '../../api/client.ts';
import { sentenceOf, UnreachableError } from '../../api/problem.ts';
import type { UploadedFiles } from '../../api/types.ts';
import classes from './fill.module.css';

type Stored = ChecklistItem['files'][number];
interface Props {
  files: readonly Stored[];
  label: string;
  disabled: boolean;
  onChange: (files: Stored[]) => void;
}

/** A photograph that did not go up stays on this page until it does. */
interface Pending {
  file: File;
  fault?: string;
}

async function upload(file: File): Promise<Stored[]> {
  const form = new FormData();
  form.append('file', file);
  const response = await fetch('/api/files', { method: 'POST', body: form }).catch(() => {
    throw new UnreachableError();
  });
  if (!response.ok) throw problemFrom(await response.json().catch(() => undefined), response);
  return ((await response.json()) as UploadedFiles).files.map(({ id, name, size, type }) => ({
    ...{ id, name, size, type },
  }));
}

/** Photographs of one item, taken on the spot or chosen from the phone. */
export function Photos({ files, label, disabled, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState<Pending[]>([]);
  // Several go up one after the other: each is added to what stands then.
  const held = useRef(files);
  held.current = files;
  const take = async (file: File): Promise<void> => {
    setPending((all) => [...all.filter((one) => one.file !== file), { file }]);
    try {
      const stored = await upload(file);
      const next = [...held.current, ...stored];
      held.current = next;
      onChange(next);
      setPending((all) => all.filter((one) => one.file !== file));
    } catch (error) {
      const fault = sentenceOf(error);
      setPending((all) => all.map((one) => (one.file === file ? { file, fault } : one)));
    }
  };
  return (
    <div className={classes['photos']}>
      {files.map((file, index) => (
        <figure key={file.id}>
          <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
            <img src={`/api/files/${file.id}`} alt={`${label}照片${index + 1}`} />
          </a>
          {disabled ? null : (
            <Button
              size="small"
              aria-label={`去掉照片${index + 1}`}
              onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
            >
              去掉
            </Button>
          )}
        </figure>
      ))}
      {pending.map(({ file, fault }) => (
        <div key={`${file.name}${file.lastModified}`} className={classes['pending']}>
          {fault ? `${file.name}：${fault}` : `正在上传 ${file.name}`}
          {fault ? <Button onClick={() => void take(file)}>再传一次</Button> : null}
        </div>
      ))}
      {disabled ? null : (
        <>
          <input
            ref={input}
            type="file"
            accept="image/*"
            multiple
            hidden
            aria-label={`${label}的照片`}
            onChange={(event) => {
              void [...(event.target.files ?? [])].reduce(
                (before, file) => before.then(() => take(file)),
                Promise.resolve(),
              );
              event.target.value = '';
            }}
          />
          <Button size="large" icon={<CameraOutlined />} onClick={() => input.current?.click()}>
            拍照或选照片
          </Button>
        </>
      )}
    </div>
  );
}
