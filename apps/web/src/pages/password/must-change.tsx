import { useQueryClient } from '@tanstack/react-query';
import { sessionKey } from '../../api/query-client.ts';
import classes from '../log-in/log-in.module.css';
import { PasswordForm } from './password-form.tsx';

/** Before anything else: the first password was known to whoever made the account. */
export default function MustChangePage() {
  const client = useQueryClient();
  return (
    <div className={classes['page']}>
      <title>修改初始密码 · 督行</title>
      <main className={classes['panel']}>
        <h1>请先修改初始密码</h1>
        <p className={classes['motto']}>初始密码由管理员设置。改成只有您自己知道的密码后，即可进入工作台。</p>
        <PasswordForm onDone={() => void client.invalidateQueries({ queryKey: sessionKey })} />
      </main>
    </div>
  );
}
