import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { fieldErrorsOf, sentenceOf } from '../../api/problem.ts';
import { Answer } from './answer.tsx';
import classes from './check.module.css';
import { digestOf } from './digest-of.ts';
import { FileChoice } from './file-choice.tsx';

interface Filled {
  code: string;
}

/** 文书查验: for whoever holds a paper and never saw the product. */
export default function CheckPage() {
  const [file, setFile] = useState<File>();
  const check = useMutation({
    mutationFn: async ({ code }: Filled) => {
      const sha256 = file && (await digestOf(file));
      return ask(api.POST('/api/paper-checks', { body: { code, ...(sha256 ? { sha256 } : {}) } }));
    },
  });
  const fault = check.error ? (fieldErrorsOf(check.error)[0]?.detail ?? sentenceOf(check.error)) : null;
  return (
    <div className={classes['page']}>
      <title>文书查验 · 督行</title>
      <main className={classes['panel']}>
        <h1>文书查验</h1>
        <p className={classes['lead']}>
          收到本机关印发的文书，可以在这里核对真伪，查看是否仍然有效。不用登录。
        </p>
        <Form<Filled>
          layout="vertical"
          requiredMark={false}
          onFinish={(filled) => check.mutate(filled)}
          onValuesChange={() => check.reset()}
        >
          <Form.Item
            name="code"
            label="校验码"
            extra="印在文书最后一页最下方，12个字母和数字；不分大小写，横线可以不填。"
            rules={[{ required: true, whitespace: true, message: '请填写校验码。' }]}
          >
            <Input
              autoFocus
              autoComplete="off"
              autoCapitalize="characters"
              className={classes['code'] ?? ''}
              maxLength={60}
              placeholder="例如 K7QM-2XWD-9TRA"
              size="large"
              spellCheck={false}
            />
          </Form.Item>
          <FileChoice
            file={file}
            onChange={(chosen) => {
              setFile(chosen);
              check.reset();
            }}
          />
          <Button type="primary" htmlType="submit" size="large" block loading={check.isPending}>
            查验
          </Button>
        </Form>
        <div aria-live="polite">
          {fault ? <p className={classes['fault']}>{fault}</p> : null}
          {check.data ? <Answer paper={check.data.paper} /> : null}
        </div>
        <p className={classes['foot']}>
          <Link to="/">登录工作台</Link>
        </p>
      </main>
    </div>
  );
}
