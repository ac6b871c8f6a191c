import { Link } from 'react-router';
import { holdsOneOf, useSession } from '../../api/session.ts';
import { bureauPages } from '../../routes/bureau-pages.ts';
import { EmptyState } from '../../states/empty-state.tsx';
import classes from './desk.module.css';

/** The three administrators have no cases: their desk leads to what they keep. */
export function AdminDesk() {
  const session = useSession();
  const mine = bureauPages.filter((page) => page.nav && holdsOneOf(session, page.roles));
  return (
    <EmptyState
      title="您的岗位不办理案件"
      text="系统管理、安全管理和审计三个岗位与案件办理分开。您负责的页面："
      action={
        <ul className={classes['admin']}>
          {mine.map((page) => (
            <li key={page.path}>
              <Link to={`/${page.path}`}>{page.title}</Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
