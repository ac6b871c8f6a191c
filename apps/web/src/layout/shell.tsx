import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { SessionContext, sessionQuery } from '../api/session.ts';
import { useLive } from '../live/use-live.ts';
import { SigningStrip } from '../signing/signing-strip.tsx';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { OfflineBar } from '../states/offline-bar.tsx';
import { SideNav } from './side-nav.tsx';
import classes from './shell.module.css';
import { useKeptScroll } from './use-kept-scroll.ts';
import { TopBar } from './top-bar.tsx';

const LogIn = lazy(() => import('../pages/log-in/page.tsx'));
const MustChange = lazy(() => import('../pages/password/must-change.tsx'));

/** Log-in, a password that must be changed, or the desk with its frame: the address stays what it is. */
export function Shell() {
  const session = useQuery(sessionQuery);
  if (session.data === undefined) {
    return (
      <main style={{ maxWidth: 640, margin: '48px auto', padding: '0 16px' }}>
        {session.error ? (
          <Failed error={session.error} what="打开系统" whole retry={() => void session.refetch()} />
        ) : (
          <Loading whole />
        )}
      </main>
    );
  }
  if (session.data === null || session.data.mustChangePassword) {
    return <Suspense fallback={null}>{session.data ? <MustChange /> : <LogIn />}</Suspense>;
  }
  return (
    <SessionContext value={session.data}>
      <Frame />
    </SessionContext>
  );
}

function Frame() {
  const [drawer, setDrawer] = useState(false);
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  useKeptScroll(content);
  useLive();
  return (
    <div className={classes['frame']}>
      <a href="#content" className={classes['skip']}>
        跳到正文
      </a>
      <TopBar onMenu={() => setDrawer(true)} />
      <SideNav drawer={drawer} onClose={() => setDrawer(false)} key={pathname} />
      <main id="content" ref={content} tabIndex={-1} className={classes['content']}>
        <OfflineBar />
        <SigningStrip />
        <Outlet />
      </main>
    </div>
  );
}
