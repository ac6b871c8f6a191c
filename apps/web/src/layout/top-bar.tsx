import BellOutlined from '@ant-design/icons/BellOutlined';
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import { Badge, Button } from 'antd';
import { Link } from 'react-router';
import { holdsOneOf, useSession } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { actingLines } from '../days/acting-lines.ts';
import { caseRoles } from '../routes/role-groups.ts';
import { PersonMenu } from './person-menu.tsx';
import { Search } from './search.tsx';
import classes from './top-bar.module.css';

export function TopBar({ onMenu }: { onMenu: () => void }) {
  const session = useSession();
  const { messages } = session.unread;
  const house = session.posts[0]?.orgName ?? '';
  return (
    <header className={`${classes['bar']} no-print`}>
      <Button
        className={classes['menu'] ?? ''}
        type="text"
        icon={<MenuOutlined />}
        aria-label="打开导航"
        onClick={onMenu}
      />
      <Link to="/" className={classes['name']}>
        督行
      </Link>
      <span className={classes['house']}>{house}</span>
      <ActingPosts session={session} />
      {holdsOneOf(session, caseRoles) ? <Search /> : <span className={classes['gap']} />}
      <Link
        to="/messages"
        className={classes['messages']}
        aria-label={messages > 0 ? `消息，${messages}条未读` : '消息'}
      >
        <Badge count={messages} size="small" overflowCount={99}>
          <BellOutlined className={classes['bell'] ?? ''} />
        </Badge>
      </Link>
      <PersonMenu />
    </header>
  );
}

/** On a phone the desk says it. */
function ActingPosts({ session }: { session: Session }) {
  const lines = actingLines(session);
  if (lines.length === 0) return null;
  const text = `您正在代行${lines.map(({ what, until }) => `${what}（${until}）`).join('、')}`;
  return (
    <Link to="/my/absences" className={classes['acting']} title={text}>
      {text}
    </Link>
  );
}
