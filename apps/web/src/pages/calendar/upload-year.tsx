import { Upload } from 'antd';
import type { UploadFile } from 'antd';
import { useState } from 'react';
import type { Problem, UploadedFiles } from '../../api/types.ts';

type Sent = UploadFile<UploadedFiles>;

const told = (file: Sent): string =>
  (file.response as unknown as Partial<Problem> | undefined)?.detail ?? '没有传上去，请检查网络后重新选择。';

export function UploadYear({
  disabled,
  onUploaded,
}: {
  disabled: boolean;
  onUploaded: (fileId: string) => void;
}) {
  const [file, setFile] = useState<Sent>();
  return (
    <>
      <Upload.Dragger
        action="/api/files"
        name="file"
        accept=".xlsx,.csv,.json"
        maxCount={1}
        showUploadList={false}
        disabled={disabled}
        height={72}
        style={{ marginTop: 4 }}
        onChange={(change) => {
          const sent = change.file as Sent;
          setFile(sent);
          const id = sent.status === 'done' ? sent.response?.files[0]?.id : undefined;
          if (id) onUploaded(id);
        }}
      >
        {file?.status === 'uploading'
          ? `正在上传 ${Math.round(file.percent ?? 0)}%`
          : '点这里选择 Excel、CSV 或 JSON 文件，或者拖到这里'}
      </Upload.Dragger>
      {file?.status === 'error' ? <p role="alert">{`■ ${file.name}：${told(file)}`}</p> : null}
    </>
  );
}
