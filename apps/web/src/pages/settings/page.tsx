import { App, Button, Form, Input, Radio } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { mailChoiceLabels } from '../../api/labels.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import type { Settings } from '../../api/types.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { Failed } from '../../states/failed.tsx';
import { ConfirmEmail } from './confirm-email.tsx';

const key = ['settings'] as const;

export default function SettingsPage() {
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(api.GET('/api/settings', { signal })),
    refetchOnWindowFocus: false,
  });
  return (
    <PageBody>
      <PageHead title="我的设置" />
      <Asked query={found} what="读取我的设置" rows={4}>
        {(settings) => <MailForm key={settings.version} settings={settings} />}
      </Asked>
    </PageBody>
  );
}

interface Filled {
  email?: string;
  mailChoice: Settings['mailChoice'];
}

const choices: Record<Settings['mailChoice'], string> = {
  digest:
    '每个工作日早上8:30一封，汇总逾期、今日到期、临近到期、新收到的待办和未读消息；没有事就不发。催办和督办升级随时发。',
  urgent: '只在有人催办或事项升级到您这里时发。',
  none: '只在系统里看，不发邮件。',
};

function MailForm({ settings }: { settings: Settings }) {
  const [form] = Form.useForm<Filled>();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ email, mailChoice }: Filled) => {
      const body = { version: settings.version, email: email?.trim() || null, mailChoice };
      return ask(api.PUT('/api/settings', { body }));
    },
    onSuccess: async (_, { email }) => {
      await cache.invalidateQueries({ queryKey: key });
      void message.success(
        !email?.trim()
          ? '已保存。没有填邮箱，不会发邮件。'
          : email.trim() === settings.email && settings.emailConfirmed
            ? '已保存。'
            : '已保存。新邮箱要先确认，才会往那里发邮件。',
      );
    },
    onError: (error) =>
      form.setFields(
        fieldErrorsOf(error).map(({ field, detail }) => ({ name: field as keyof Filled, errors: [detail] })),
      ),
  });
  const untold = save.error && fieldErrorsOf(save.error).length === 0;
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 620 }}
      initialValues={{ email: settings.email ?? '', mailChoice: settings.mailChoice }}
      onFinish={(filled) => save.mutate(filled)}
    >
      {settings.mailOn ? null : (
        <p className="muted" style={{ marginBottom: 12 }}>
          本系统还没有配置邮件服务器，暂时不发邮件。可以先填好；配置之后请在这里验证邮箱，验证后才发。
        </p>
      )}
      <Form.Item name="email" label="邮箱" extra="邮件里只写事项名称、步骤和期限，不写表单内容。">
        <Input type="email" maxLength={254} autoComplete="email" placeholder="如：zhangsan@wjw.example" />
      </Form.Item>
      <ConfirmEmail key={settings.email} settings={settings} />
      <Form.Item name="mailChoice" label="收哪些邮件">
        <Radio.Group style={{ display: 'grid', gap: 10 }}>
          {Object.entries(mailChoiceLabels).map(([value, label]) => (
            <Radio key={value} value={value} style={{ alignItems: 'flex-start' }}>
              {label}
              <div className="muted">{choices[value as Settings['mailChoice']]}</div>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {untold ? <Failed error={save.error} what="保存" narrow /> : null}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存设置
      </Button>
    </Form>
  );
}
