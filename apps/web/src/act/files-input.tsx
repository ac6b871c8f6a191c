import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Upload } from 'antd';
import type { FormRule, UploadFile } from 'antd';
import { useEffect, useState } from 'react';
import type { Problem, UploadedFiles } from '../api/types.ts';
import { useMedia } from '../lists/use-media.ts';
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

function valueOf({ uid, name, size = 0, status, response }: UploadFile<UploadedFiles>): FileValue {
  if (status === 'done') return { id: response?.files[0]?.id ?? uid, name, size };
  return { id: uid, name, size, unfinished: status === 'error' ? 'failed' : 'going' };
}

/** A form that was sent too early would leave files behind without a word. */
export const filesRule: FormRule = {
  // Asked when the form is sent, not while a file is on its way.
  validateTrigger: [],
  validator: (_rule, value: FileValue[] | undefined) => {
    if (value?.some(({ unfinished }) => unfinished === 'going'))
      return Promise.reject(new Error('还有附件正在上传，传完后再提交。'));
    if (value?.some(({ unfinished }) => unfinished === 'failed'))
      return Promise.reject(new Error('有附件没有传上去，请删除后重新选择。'));
    return Promise.resolve();
  },
};

/** Files go up while the form is being filled in; the form carries their ids. */
export function FilesInput({ id, value, onChange, most = 20 }: Props) {
  const small = useMedia('(max-width: 767px)');
  const finished = (value ?? []).filter(({ unfinished }) => !unfinished);
  const [going, setGoing] = useState<UploadFile<UploadedFiles>[]>(() => finished.map(stored));
  useEffect(() => {
    // Of a draft that was left while files were on their way only those remain that had arrived.
    if (finished.length !== (value ?? []).length) onChange?.(finished);
  }, []);
  return (
    <Upload.Dragger
      {...(id ? { id } : {})}
      action="/api/files"
      name="file"
      multiple
      maxCount={most}
      // Whoever empties the form empties the list.
      fileList={value?.length ? going : []}
      onChange={({ fileList }) => {
        setGoing(
          fileList.map((file) =>
            file.status === 'error' ? { ...file, response: told(file) as never } : file,
          ),
        );
        const next = fileList.map(valueOf);
        if (JSON.stringify(next) !== JSON.stringify(value ?? [])) onChange?.(next);
      }}
    >
      <p style={{ display: 'flex', gap: 8, alignItems: 'center', justifyContent: 'center' }}>
        <InboxOutlined />
        <span>{small ? '点这里选择文件' : '拖到这里，或点击选择文件'}，单个不超过100 MB</span>
      </p>
    </Upload.Dragger>
  );
}
