import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import classes from './log-in.module.css';

interface Props {
  onChoose: (filled: { login: string; password: string }) => void;
}

/** For whoever tries the product; the server offers none on data of its own. */
export function DemoLogins({ onChoose }: Props) {
  const { data } = useQuery({
    queryKey: ['demo-logins'],
    queryFn: ({ signal }) => ask(api.GET('/api/session/demo', { signal })),
    staleTime: Infinity,
  });
  if (!data || data.logins.length === 0) return null;
  const { password, logins } = data;
  return (
    <details className={classes['demo']}>
      <summary>演示账号</summary>
      <p>本机载入的是演示数据。选一个岗位，登录名和密码即填入上面，再按“登录”。</p>
      <ul>
        {logins.map(({ login, name, roleLabel, orgName }) => (
          <li key={login}>
            <button type="button" onClick={() => onChoose({ login, password })}>
              <b>{roleLabel}</b>
              <span>
                {name}，{orgName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
