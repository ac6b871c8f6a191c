import { Button, Form, Input, Space } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { RecordLine } from '../../../api/bureau-types.ts';
import { api, ask } from '../../../api/client.ts';
import { Failed } from '../../../states/failed.tsx';
import classes from './records.module.css';

interface Props {
  caseId: string;
  line: RecordLine;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

export function Withdraw({ caseId, line, onDone, onCancel }: Props) {
  const path = { id: caseId, recordId: line.id };
  const withdraw = useMutation({
    mutationFn: ({ why }: { why: string }) =>
      ask(
        api.POST('/api/cases/{id}/records/{recordId}/withdraw', {
          params: { path },
          body: { version: line.version, why },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <Form<{ why: string }>
      layout="vertical"
      requiredMark={false}
      aria-label="撤回记录"
      className={classes['form'] ?? ''}
      onFinish={(typed) => withdraw.mutate(typed)}
    >
      <p className="muted">撤回后这条记录和附件仍然留在这里，标明已撤回、撤回人和原因，不能再更改。</p>
      <Form.Item
        name="why"
        label="为什么撤回"
        rules={[{ required: true, whitespace: true, message: '请写明为什么撤回。' }]}
      >
        <Input maxLength={200} autoFocus placeholder="与上一条重复" />
      </Form.Item>
      {withdraw.isError ? <Failed error={withdraw.error} what="撤回" narrow /> : null}
      <Space>
        <Button type="primary" danger htmlType="submit" loading={withdraw.isPending}>
          撤回记录
        </Button>
        <Button onClick={onCancel}>保留</Button>
      </Space>
    </Form>
  );
}
