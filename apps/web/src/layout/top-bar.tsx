import BellOutlined from '@ant-design/icons/BellOutlined';
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import { Badge, Button } from 'antd';
import { Link } from 'react-router';
import { holdsOneOf, useSession } from '../api/session.ts';
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
