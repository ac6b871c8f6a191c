import { Button } from 'antd';
import { useRef } from 'react';
import classes from './check.module.css';

interface Props {
  file: File | undefined;
  onChange: (file: File | undefined) => void;
}

/** The browser's own choice of a file, with words of ours. */
export function FileChoice({ file, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (chosen: File | undefined) => {
    onChange(chosen);
    // The same file may be chosen again.
    if (input.current) input.current.value = '';
  };
  return (
    <div className={classes['file']}>
      <span id="file-label">PDF文件（选填）</span>
      <div className={classes['choice']} role="group" aria-labelledby="file-label">
        <input
          ref={input}
          type="file"
          accept=".pdf,application/pdf"
          aria-hidden
          tabIndex={-1}
          style={{ display: 'none' }}
          onChange={({ target }) => choose(target.files?.[0])}
        />
        <Button onClick={() => input.current?.click()}>{file ? '换一个文件' : '选择文件'}</Button>
        {file ? (
          <>
            <span className={classes['name']}>{file.name}</span>
            <Button type="link" onClick={() => choose(undefined)}>
              不比对文件
            </Button>
          </>
        ) : null}
      </div>
      <p className={classes['hint']}>
        手里有PDF电子版的，一并选上，可以查出内容有没有被改动。文件只在您的设备上比对，不会上传。
      </p>
    </div>
  );
}
