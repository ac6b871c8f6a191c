import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Upload } from 'antd';
import type { UploadFile } from 'antd';
import { useState } from 'react';
import type { Problem, UploadedFiles } from '../api/types.ts';
import type { FileValue } from './body.ts';

interface Props {
  id?: string;
  value?: FileValue[];
  onChange?: (value: FileValue[]) => void;
  most?: number;
}

const stored = ({ id, name, size }: FileValue): UploadFile<UploadedFiles> => ({
  uid: id,
  name,
  size,
  status: 'done',
});

/** What the server said about a file that it did not take. */
function told(file: UploadFile<UploadedFiles>): string {
  const answer: unknown = file.response;
  const detail =
    typeof answer === 'object' && answer !== null ? (answer as Partial<Problem>).detail : undefined;
  return detail ?? '没有传上去，请删除后重新选择。';
}

const valueOf = (file: UploadFile<UploadedFiles>): FileValue | undefined => {
  if (file.status !== 'done') return undefined;
  return { id: file.response?.files[0]?.id ?? file.uid, name: file.name, size: file.size ?? 0 };
};

/** Files go up while the form is being filled in; the form carries their ids. */
export function FilesInput({ id, value, onChange, most = 20 }: Props) {
  const [going, setGoing] = useState<UploadFile<UploadedFiles>[]>(() => (value ?? []).map(stored));
  return (
    <Upload.Dragger
      {...(id ? { id } : {})}
      action="/api/files"
      name="file"
      multiple
      maxCount={most}
      fileList={going}
      onChange={({ fileList }) => {
        setGoing(
          fileList.map((file) =>
            file.status === 'error' ? { ...file, response: told(file) as never } : file,
          ),
        );
        const done = fileList.map(valueOf).filter((file) => file !== undefined);
        if (done.length !== (value ?? []).length) onChange?.(done);
      }}
    >
      <p style={{ display: 'flex', gap: 8, alignItems: 'center', justifyContent: 'center' }}>
        <InboxOutlined />
        <span>拖到这里，或点击选择文件（单个不超过100 MB）</span>
      </p>
    </Upload.Dragger>
  );
}
