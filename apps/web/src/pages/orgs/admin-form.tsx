import { Button, Form, Space } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fieldErrorsOf } from '../../api/problem.ts';
import { Failed } from '../../states/failed.tsx';
import classes from './master-detail.module.css';

interface Props<V> {
  title: string;
  /** What will happen, in full sentences. */
  says?: string[];
  verb: string;
  danger?: boolean;
  initial?: Partial<V>;
  send: (values: V) => Promise<unknown>;
  onDone: (values: V) => void | Promise<void>;
  onCancel: () => void;
  children?: ReactNode;
}

/** One act of an administrator: what it does, its few fields, one button with a verb. Errors stand beside their fields. */
export function AdminForm<V extends object>(props: Props<V>) {
  const { title, says = [], verb, danger = false, initial, send, onDone, onCancel, children } = props;
  const [form] = Form.useForm<V>();
  const act = useMutation({
    mutationFn: send,
    onSuccess: (_, values) => onDone(values),
    onError: (error) => {
      const errors = fieldErrorsOf(error).map(({ field, detail }) => ({
        name: field.split('.'),
        errors: [detail],
      }));
      form.setFields(errors as Parameters<typeof form.setFields>[0]);
    },
  });
  // What stands beside its field need not be said twice.
  const beside = fieldErrorsOf(act.error).some(({ field }) => field in form.getFieldsValue());
  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={classes['form'] ?? ''}
      aria-label={title}
      initialValues={(initial ?? {}) as never}
      onFinish={(values) => act.mutate(values)}
    >
      <h2>{title}</h2>
      {says.length > 0 ? (
        <ul className={classes['says']}>
          {says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {children}
      {act.isError && !beside ? <Failed error={act.error} what={verb} narrow /> : null}
      <Space>
        <Button type="primary" danger={danger} htmlType="submit" loading={act.isPending}>
          {verb}
        </Button>
        <Button onClick={onCancel} disabled={act.isPending}>
          先不办
        </Button>
      </Space>
    </Form>
  );
}
