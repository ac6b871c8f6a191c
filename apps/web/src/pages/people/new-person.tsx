import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import { initialPassword } from './initial-password.ts';
import { loginField, personFields } from './person-acts.tsx';
import { ShownOnce } from './shown-once.tsx';
import type { Secret } from './shown-once.tsx';

interface Values {
  name: string;
  phone?: string;
  email?: string;
  withAccount?: boolean;
  login?: string;
}

interface Props {
  onDone: (id: string) => Promise<void>;
  onCancel: () => void;
}

/** A person, with an account where he is to log in; his posts are granted by the security administrator. */
export function NewPerson({ onDone, onCancel }: Props) {
  const [made, setMade] = useState<{ id: string; secret?: Secret }>();
  const [withAccount, setWithAccount] = useState(true);
  if (made?.secret) return <ShownOnce secret={made.secret} onClose={() => void onDone(made.id)} />;
  return (
    <AdminForm<Values>
      title="登记新人员"
      says={['职务由安全管理员另行授予；没有职务的人登录后看不到任何事项。']}
      verb="登记人员"
      send={async ({ name, phone, email, login }) => {
        const password = initialPassword();
        const account = withAccount && login ? { account: { login, password } } : {};
        const body = {
          name: name.trim(),
          ...(phone?.trim() ? { phone: phone.trim() } : {}),
          ...(email?.trim() ? { email: email.trim() } : {}),
          ...account,
        };
        const { id } = await ask(api.POST('/api/people', { body }));
        if (withAccount) setMade({ id, secret: { name, password } });
        else await onDone(id);
      }}
      onDone={() => undefined}
      onCancel={onCancel}
    >
      {personFields}
      <Form.Item>
        <Checkbox checked={withAccount} onChange={(event) => setWithAccount(event.target.checked)}>
          同时开通账号
        </Checkbox>
      </Form.Item>
      {withAccount ? loginField : null}
    </AdminForm>
  );
}
