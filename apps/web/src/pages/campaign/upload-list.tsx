import { Upload } from 'antd';
import type { UploadFile } from 'antd';
import { useState } from 'react';
import type { Problem, UploadedFiles } from '../../api/types.ts';
import { Note } from './note.tsx';
import type { ListSource } from './use-launch-draft.ts';

interface Props {
  source: ListSource;
  onUploaded: (fileId: string, fileName: string) => void;
}

type Sent = UploadFile<UploadedFiles>;

function told(file: Sent): string {
  const answer: unknown = file.response;
  const detail =
    typeof answer === 'object' && answer !== null ? (answer as Partial<Problem>).detail : undefined;
  return detail ?? '没有传上去，请检查网络后重新选择。';
}

/** An Excel or CSV sheet; the server reads it within limits of its own. */
export function UploadList({ source, onUploaded }: Props) {
  const [file, setFile] = useState<Sent>();
  return (
    <>
      <Upload.Dragger
        action="/api/files"
        name="file"
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        onChange={(change) => {
          const sent = change.file as Sent;
          setFile(sent);
          const id = sent.status === 'done' ? sent.response?.files[0]?.id : undefined;
          if (id) onUploaded(id, sent.name);
        }}
      >
        <p>
          {file?.status === 'uploading'
            ? `正在上传 ${Math.round(file.percent ?? 0)}%`
            : '点这里选择文件，或者拖到这里'}
        </p>
        <p className="muted">Excel（.xlsx）或 CSV，每行一对，两列：试点医院、帮带医院</p>
      </Upload.Dragger>
      {'fileName' in source && file?.status !== 'error' ? (
        <p role="status">已上传：{source.fileName}</p>
      ) : null}
      {file?.status === 'error' ? <Note tone="bad" title={`${file.name}：${told(file)}`} /> : null}
    </>
  );
}
