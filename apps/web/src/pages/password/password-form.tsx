import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, ask } from '../../api/client.ts';
import { fieldErrorsOf, sentenceOf } from '../../api/problem.ts';

interface Filled {
  current: string;
  next: string;
  again: string;
}

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [form] = Form.useForm<Filled>();
  const change = useMutation({
    mutationFn: ({ current, next }: Filled) =>
      ask(api.POST('/api/session/password', { body: { current, next } })),
    onSuccess: () => {
      form.resetFields();
      onDone();
    },
    onError: (error) =>
      form.setFields(
        fieldErrorsOf(error).map(({ field, detail }) => ({ name: field as keyof Filled, errors: [detail] })),
      ),
  });
  const untold = change.error && fieldErrorsOf(change.error).length === 0;
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 380 }}
      onFinish={(filled) => change.mutate(filled)}
    >
      <Form.Item name="current" label="现密码" rules={[{ required: true, message: '请填写现密码。' }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label="新密码"
        extra="至少8个字符，不能包含登录名；不要用单位名称或生日。"
        rules={[{ required: true, message: '请填写新密码。' }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次填写新密码"
        dependencies={['next']}
        rules={[
          { required: true, message: '请再次填写新密码。' },
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              !value || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error('两次填写的新密码不一致。')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      {untold ? (
        <p role="alert" style={{ color: 'var(--late)', marginBottom: 8 }}>
          {sentenceOf(change.error)}
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
