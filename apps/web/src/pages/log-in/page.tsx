import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { sentenceOf, statusOf } from '../../api/problem.ts';
import { forgetAnswers, sessionKey } from '../../api/query-client.ts';
import { DemoLogins } from './demo-logins.tsx';
import classes from './log-in.module.css';

interface Filled {
  login: string;
  password: string;
}

export default function LogInPage() {
  const client = useQueryClient();
  const [form] = Form.useForm<Filled>();
  const submit = useRef<HTMLButtonElement>(null);
  const logIn = useMutation({
    mutationFn: (body: Filled) => ask(api.POST('/api/session', { body })),
    onSuccess: (session) => {
      forgetAnswers();
      client.setQueryData(sessionKey, session);
    },
  });
  return (
    <div className={classes['page']}>
      <title>登录 · 督行</title>
      <main className={classes['panel']}>
        <h1 className={classes['name']}>督行</h1>
        <p className={classes['motto']}>医院监督检查工作台</p>
        <Form<Filled>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(filled) => logIn.mutate(filled)}
        >
          <Form.Item
            name="login"
            label="登录名"
            rules={[{ required: true, whitespace: true, message: '请填写登录名。' }]}
          >
            <Input autoFocus autoComplete="username" maxLength={64} size="large" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码。' }]}>
            <Input.Password autoComplete="current-password" maxLength={200} size="large" />
          </Form.Item>
          <div role="alert" className={classes['fault']}>
            {logIn.error ? sentenceOf(logIn.error) : null}
            {statusOf(logIn.error) === 429 ? ' 忘记密码请联系系统管理员重置。' : null}
          </div>
          <Button ref={submit} type="primary" htmlType="submit" size="large" block loading={logIn.isPending}>
            登录
          </Button>
        </Form>
        <p className={classes['help']}>
          没有账号或忘记密码，请联系本单位系统管理员。离开办公桌时请退出登录。
        </p>
        <p className={classes['help']}>
          <Link to="/check">核对收到的文书是否属实（不用登录）</Link>
        </p>
        <DemoLogins
          onChoose={(filled) => {
            form.setFieldsValue(filled);
            logIn.reset();
            submit.current?.focus();
          }}
        />
      </main>
    </div>
  );
}
