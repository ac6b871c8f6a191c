import DoubleLeftOutlined from '@ant-design/icons/DoubleLeftOutlined';
import DoubleRightOutlined from '@ant-design/icons/DoubleRightOutlined';
import { Drawer, Tooltip } from 'antd';
import { useSyncExternalStore } from 'react';
import { NavLink } from 'react-router';
import { holdsOneOf, useSession } from '../api/session.ts';
import { kept } from '../kept/kept.ts';
import { bureauPages } from '../routes/bureau-pages.ts';
import { deskPages } from '../routes/desk-pages.ts';
import type { NavGroup, PageEntry } from '../routes/page-entry.ts';
import classes from './side-nav.module.css';

const groups: readonly NavGroup[] = ['办理', '管理', '我的'];
const folded = kept('nav-folded', false, (value) => value === true);

interface Props {
  drawer: boolean;
  onClose: () => void;
}

/** At the left on a desk, foldable to its icons; in a drawer on a phone. */
export function SideNav({ drawer, onClose }: Props) {
  const isFolded = useSyncExternalStore(folded.subscribe, folded.get);
  return (
    <>
      <nav aria-label="主导航" className={`${classes['nav']} ${isFolded ? classes['folded'] : ''} no-print`}>
        <Lines folded={isFolded} />
        <button
          type="button"
          className={classes['fold']}
          aria-label={isFolded ? '展开导航' : '收起导航'}
          onClick={() => folded.set(!isFolded)}
        >
          {isFolded ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
          {isFolded ? null : <span>收起</span>}
        </button>
      </nav>
      <Drawer
        open={drawer}
        onClose={onClose}
        placement="left"
        size={264}
        title="督行"
        styles={{ body: { padding: 8 } }}
      >
        <nav aria-label="主导航">
          <Lines folded={false} />
        </nav>
      </Drawer>
    </>
  );
}

function Lines({ folded: isFolded }: { folded: boolean }) {
  const session = useSession();
  const mine = [...deskPages, ...bureauPages].filter((page) => page.nav && holdsOneOf(session, page.roles));
  return groups.map((group) => {
    const lines = mine.filter((page) => page.nav?.group === group);
    if (lines.length === 0) return null;
    return (
      <div key={group} className={classes['group']}>
        {isFolded ? null : <h2 className={classes['head']}>{group}</h2>}
        <ul>
          {lines.map((page) => (
            <Line key={page.path} page={page} folded={isFolded} />
          ))}
        </ul>
      </div>
    );
  });
}

function Line({ page, folded: isFolded }: { page: PageEntry; folded: boolean }) {
  const Icon = page.nav?.icon;
  const { messages } = useSession().unread;
  const count = page.path === 'messages' ? messages : 0;
  const link = (
    <NavLink
      to={`/${page.path}`}
      end={page.path === ''}
      className={classes['line'] ?? ''}
      aria-label={count > 0 ? `${page.title}，${count > 99 ? '99条以上' : `${count}条`}未读` : page.title}
    >
      {Icon ? <Icon /> : null}
      {isFolded ? null : <span>{page.title}</span>}
      {count > 0 && !isFolded ? <span className={classes['count']}>{count > 99 ? '99+' : count}</span> : null}
    </NavLink>
  );
  return (
    <li>
      {isFolded ? (
        <Tooltip title={page.title} placement="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}
