import CameraOutlined from '@ant-design/icons/CameraOutlined';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import classes from './fill.module.css';
import { useUploads, type Stored } from './use-uploads.ts';

interface Props {
  files: readonly Stored[];
  label: string;
  disabled: boolean;
  /** Where photographs are kept until they have arrived. */
  keptAs: string;
  /** How many have not arrived. */
  onWaiting: (count: number) => void;
  onChange: (files: Stored[]) => void;
}

/** Photographs of one item, taken on the spot or chosen from the phone. */
export function Photos({ files, label, disabled, keptAs, onWaiting, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { pending, offline, take, again, leave } = useUploads({ key: keptAs, files, onChange });
  useEffect(() => onWaiting(pending.length), [pending.length]);
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
      {pending.map(({ file, fault }, index) => (
        <div key={`${file.name}${file.lastModified}${index}`} className={classes['pending']} role="status">
          {fault
            ? `${file.name}：${fault}`
            : offline
              ? `${file.name}：没有网络，已存在本机，联网后自动上传`
              : `正在上传 ${file.name}`}
          {fault ? (
            <>
              <Button onClick={() => again(file)}>再传一次</Button>
              <Button onClick={() => leave(file)}>不要这张</Button>
            </>
          ) : null}
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
              take([...(event.target.files ?? [])]);
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
