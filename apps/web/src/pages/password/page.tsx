import { useState } from 'react';
import { Link } from 'react-router';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { PasswordForm } from './password-form.tsx';

export default function PasswordPage() {
  const [done, setDone] = useState(false);
  return (
    <PageBody>
      <PageHead title="修改密码" />
      {done ? (
        <EmptyState
          title="密码已修改"
          text="下次登录请使用新密码。您在其他电脑上的登录已全部退出。"
          action={<Link to="/">回到工作台</Link>}
        />
      ) : (
        <PasswordForm onDone={() => setDone(true)} />
      )}
    </PageBody>
  );
}
