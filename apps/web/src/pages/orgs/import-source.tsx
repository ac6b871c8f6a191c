import { Input, Upload } from 'antd';
import type { UploadFile } from 'antd';
import { useState } from 'react';
import type { Problem, UploadedFiles } from '../../api/types.ts';

/** What is sent to be looked at: a pasted text or an uploaded file, never both. */
export interface ImportSource {
  pasted?: string;
  fileId?: string;
}

interface Props {
  disabled: boolean;
  /** `ready`: a file has arrived, there is nothing more to type. */
  onChange: (source: ImportSource, ready: boolean) => void;
}

const example = `名称\t简称\t类别\t级别\t类型\t区\t上级机构
首都医科大学宣武医院\t宣武医院\t医院\t三级甲等\t综合医院\t西城区\t`;

type Sent = UploadFile<UploadedFiles>;

function told(file: Sent): string {
  const detail = (file.response as unknown as Partial<Problem> | undefined)?.detail;
  return detail ?? '没有传上去，请检查网络后重新选择。';
}

export function ImportFrom({ disabled, onChange }: Props) {
  const [text, setText] = useState('');
  const [file, setFile] = useState<Sent>();
  return (
    <>
      <p>
        从 Excel 里复制，带表头粘贴到这里；也可以上传文件。
        <a href="/api/orgs/import/template.xlsx">下载模板</a>
      </p>
      <Input.TextArea
        aria-label="机构表格"
        autoSize={{ minRows: 4, maxRows: 8 }}
        placeholder={example}
        value={text}
        disabled={disabled}
        onChange={({ target }) => {
          setText(target.value);
          setFile(undefined);
          onChange({ pasted: target.value }, false);
        }}
      />
      <Upload.Dragger
        action="/api/files"
        name="file"
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={disabled}
        height={72}
        style={{ marginTop: 8 }}
        onChange={(change) => {
          const sent = change.file as Sent;
          setFile(sent);
          const fileId = sent.status === 'done' ? sent.response?.files[0]?.id : undefined;
          if (!fileId) return;
          setText('');
          onChange({ fileId }, true);
        }}
      >
        {file?.status === 'uploading'
          ? `正在上传 ${Math.round(file.percent ?? 0)}%`
          : file?.status === 'done'
            ? `已上传：${file.name}（改正后可以重新选择）`
            : '点这里选择 Excel（.xlsx）或 CSV 文件，或者拖到这里'}
      </Upload.Dragger>
      {file?.status === 'error' ? <p role="alert">{`■ ${file.name}：${told(file)}`}</p> : null}
    </>
  );
}
