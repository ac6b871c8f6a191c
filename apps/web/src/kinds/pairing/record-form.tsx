import { Button, DatePicker, Form, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useMutation } from '@tanstack/react-query';
import type { PairingBody, RecordBody } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { useToday } from '../../api/session.ts';
import { readKept, writeKept } from '../../kept/kept.ts';
import { Failed } from '../../states/failed.tsx';

const sorts: { value: RecordBody['sort']; label: string }[] = [
  { value: 'visit', label: '走访' },
  { value: 'lecture', label: '讲课培训' },
  { value: 'guidance', label: '现场指导' },
  { value: 'meeting', label: '例会纪要' },
  { value: 'other', label: '其他' },
];

interface Props {
  caseId: string;
  areas: PairingBody['areas'];
  onDone: () => Promise<void>;
  onCancel: () => void;
}

type Typed = Omit<RecordBody, 'files'>;

/** Typed words are kept in this browser until the record stands. */
export function RecordForm({ caseId, areas, onDone, onCancel }: Props) {
  const today = useToday();
  const [form] = Form.useForm<Typed>();
  const draft = `draft.record.${caseId}`;
  const post = useMutation({
    mutationFn: (body: Typed) =>
      ask(
        api.POST('/api/cases/{id}/records', {
          params: { path: { id: caseId } },
          body: { ...body, files: [] },
        }),
      ),
    onSuccess: () => {
      writeKept(draft, undefined);
      return onDone();
    },
    onError: (error) =>
      form.setFields(
        fieldErrorsOf(error).map(({ field, detail }) => ({ name: field as keyof Typed, errors: [detail] })),
      ),
  });
  const initial = { sort: 'visit', on: today, ...(readKept(draft) as Partial<Typed> | undefined) } as Typed;
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={(_, typed) => writeKept(draft, typed)}
      onFinish={(typed) => post.mutate(typed)}
      style={{ maxWidth: 720, marginBottom: 16 }}
    >
      <Space size={16} wrap align="start">
        <Form.Item name="sort" label="形式">
          <Select options={sorts} style={{ width: 130 }} />
        </Form.Item>
        <Form.Item
          name="on"
          label="日期"
          rules={[{ required: true, message: '请选择日期。' }]}
          getValueProps={(day?: string) => ({ value: day ? dayjs(day) : null })}
          getValueFromEvent={(_day, text: string) => text || undefined}
        >
          <DatePicker maxDate={dayjs(today)} style={{ width: 150 }} />
        </Form.Item>
        <Form.Item name="area" label="工作领域（可不选）">
          <Select
            allowClear
            options={areas.map(({ code, label }) => ({ value: code, label }))}
            style={{ width: 170 }}
          />
        </Form.Item>
        <Form.Item name="place" label="地点（可不填）">
          <Input maxLength={100} placeholder="门诊一层大厅" style={{ width: 190 }} />
        </Form.Item>
      </Space>
      <Form.Item name="people" label="参加人员（可不填）">
        <Input maxLength={500} placeholder="双方医务处、信息中心共6人" />
      </Form.Item>
      <Form.Item
        name="text"
        label="内容"
        rules={[{ required: true, whitespace: true, message: '请填写内容。' }]}
      >
        <Input.TextArea rows={4} maxLength={5000} placeholder="做了什么，解决了什么，下一步怎么办" />
      </Form.Item>
      {post.isError && <Failed error={post.error} what="登记" narrow />}
      <Space>
        <Button type="primary" htmlType="submit" loading={post.isPending}>
          登记这次活动
        </Button>
        <Button onClick={onCancel}>先不登记</Button>
      </Space>
    </Form>
  );
}
