import { Button, DatePicker, Form, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useMutation } from '@tanstack/react-query';
import type { FileValue } from '../../../act/body.ts';
import { draftKey } from '../../../act/draft.ts';
import { FilesInput, filesRule } from '../../../act/files-input.tsx';
import type { PairingBody, RecordBody, RecordLine } from '../../../api/bureau-types.ts';
import { recordSortLabels } from '../../../api/labels.ts';
import { fieldErrorsOf } from '../../../api/problem.ts';
import { useSession, useToday } from '../../../api/session.ts';
import { readKept, writeKept } from '../../../kept/kept.ts';
import { Failed } from '../../../states/failed.tsx';
import { sendRecord } from './send-record.ts';
import classes from './records.module.css';

const sorts = Object.entries(recordSortLabels).map(([value, label]) => ({ value, label }));

export type Typed = Omit<RecordBody, 'files'> & { files?: FileValue[] };

interface Props {
  caseId: string;
  areas: PairingBody['areas'];
  /** What is being changed. */
  line?: RecordLine;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

const typedOf = ({ sort, on, area, place, people, text, files }: RecordLine): Typed => ({
  ...{ sort, on, text, files },
  ...(area ? { area } : {}),
  ...(place ? { place } : {}),
  ...(people ? { people } : {}),
});

/** Typed words are kept in this browser until the record stands. */
export function RecordForm({ caseId, areas, line, onDone, onCancel }: Props) {
  const today = useToday();
  const { personId } = useSession();
  const [form] = Form.useForm<Typed>();
  const draft = draftKey(personId, caseId, 'record', line ? `${line.id}.${line.version}` : '');
  const send = useMutation({
    mutationFn: (typed: Typed) => sendRecord(caseId, line, typed),
    onSuccess: () => {
      writeKept(draft, undefined);
      return onDone();
    },
    onError: (error) =>
      form.setFields(
        fieldErrorsOf(error).map(({ field, detail }) => ({ name: field as keyof Typed, errors: [detail] })),
      ),
  });
  const begun = line ? typedOf(line) : { sort: 'visit', on: today };
  const initial = { ...begun, ...(readKept(draft) as Partial<Typed> | undefined) } as Typed;
  const verb = line ? `存为第${line.version + 1}版` : '登记这次活动';
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label={line ? '更改活动记录' : '登记活动'}
      initialValues={initial}
      onValuesChange={(_, typed) => writeKept(draft, typed)}
      onFinish={(typed) => send.mutate(typed)}
      className={classes['form'] ?? ''}
    >
      <div className={classes['fields']}>
        <Form.Item name="sort" label="形式">
          <Select options={sorts} />
        </Form.Item>
        <Form.Item
          name="on"
          label="日期"
          rules={[{ required: true, message: '请选择日期。' }]}
          getValueProps={(day?: string) => ({ value: day ? dayjs(day) : null })}
          getValueFromEvent={(_day, text: string) => text || undefined}
        >
          <DatePicker maxDate={dayjs(today)} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="area" label="工作领域（可不选）">
          <Select allowClear options={areas.map(({ code, label }) => ({ value: code, label }))} />
        </Form.Item>
        <Form.Item name="place" label="地点（可不填）">
          <Input maxLength={100} placeholder="门诊一层大厅" />
        </Form.Item>
      </div>
      <Form.Item name="people" label="参加人员（可不填）">
        <Input maxLength={500} placeholder="双方医务处、信息中心共6人" />
      </Form.Item>
      <Form.Item
        name="text"
        label="内容"
        rules={[{ required: true, whitespace: true, message: '请填写内容。' }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={5000}
          placeholder="做了什么，解决了什么，下一步怎么办"
        />
      </Form.Item>
      <Form.Item name="files" label="附件（可不传）：签到表、照片、课件、会议纪要" rules={[filesRule]}>
        <FilesInput />
      </Form.Item>
      {line ? <p className="muted">原来的内容作为第{line.version}版保留，各方都能查看。</p> : null}
      {send.isError && fieldErrorsOf(send.error).length === 0 ? (
        <Failed error={send.error} what={line ? '更改' : '登记'} narrow />
      ) : null}
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {verb}
        </Button>
        <Button onClick={onCancel}>{line ? '先不更改' : '先不登记'}</Button>
      </Space>
    </Form>
  );
}
