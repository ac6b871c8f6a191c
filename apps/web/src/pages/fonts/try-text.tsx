import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, ask } from '../../api/client.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import type { FontCheck } from '../../api/bureau-types.ts';
import { Failed } from '../../states/failed.tsx';
import classes from './fonts.module.css';

interface Filled {
  text: string;
}

/** A name is typed, and whoever is asked is what sets the papers. */
export function TryText() {
  const [form] = Form.useForm<Filled>();
  const check = useMutation({
    mutationFn: (body: Filled) => ask(api.POST('/api/fonts/checks', { body })),
    onError: (error) =>
      form.setFields(fieldErrorsOf(error).map(({ detail }) => ({ name: 'text', errors: [detail] }))),
  });
  const untold = check.error && fieldErrorsOf(check.error).length === 0;
  return (
    <section className="section" aria-labelledby="try">
      <h2 id="try">试一个名字</h2>
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={classes['try']}
        onValuesChange={() => check.reset()}
        onFinish={(filled) => check.mutate(filled)}
      >
        <Form.Item
          name="text"
          label="人名、地名或者单位名称"
          extra="例如：马䶮、赵𬱖、王堃。可以一次填多个，最多200字。"
          rules={[{ required: true, whitespace: true, message: '请填写要试的人名、地名或者单位名称。' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" loading={check.isPending}>
          试排
        </Button>
      </Form>
      {untold ? <Failed error={check.error} what="试排" narrow /> : null}
      {check.data ? <Answer roles={check.data.roles} /> : null}
    </section>
  );
}

/** The reader's own machine may not show it either. */
const withCode = (one: string): string =>
  `${one}（U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`;

function Answer({ roles }: FontCheck) {
  const missing = roles.filter((one) => one.missing.length > 0);
  const substituted = roles.filter((one) => one.substituted.length > 0);
  return (
    <div role="status" className={classes['answer']}>
      {missing.length === 0 ? (
        <p className={classes['good']}>✓ 都印得出来，可以用在公文的任何地方。</p>
      ) : (
        <>
          <p className="late">■ 有印不出来的字，带有这些字的文书不能签发：</p>
          <ul>
            {missing.map((one) => (
              <li key={one.role}>{`${one.role}：${one.missing.map(withCode).join('、')}`}</li>
            ))}
          </ul>
          <p>请按上面的办法补装含有这些字的字库；来不及的，请起草人与本人商定通行的写法。</p>
        </>
      )}
      {substituted.length > 0 ? (
        <p className="muted">
          {`由备用字体补上、与旁边的字略有不同的：${substituted.map((one) => `${one.role} ${one.substituted.join('、')}`).join('；')}。`}
        </p>
      ) : null}
    </div>
  );
}
