import { Button } from 'antd';
import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFoundPage } from '../pages/not-found/page.tsx';
import classes from './state.module.css';

/** A new version was installed while this tab stood open: its old parts are gone from the server. */
const isStalePart = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|Importing a module script/i.test(error.message);

export function RouteFailed() {
  const error = useRouteError();
  useEffect(() => {
    // For whoever opens the browser's console; nothing is sent anywhere.
    console.error(error);
  }, [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <div role="alert" className={classes['state']} style={{ padding: 32 }}>
      <h1>{isStalePart(error) ? '系统已更新' : '这一页没有显示出来'}</h1>
      <p>
        {isStalePart(error)
          ? '刷新后即可使用新版本。正在填写的内容已保存在本机，刷新后还在。'
          : '页面出现意外情况。正在填写的内容已保存在本机，刷新后还在。'}
      </p>
      <div className={classes['actions']}>
        <Button type="primary" onClick={() => location.reload()}>
          刷新
        </Button>
        <Button href="/">回到工作台</Button>
      </div>
    </div>
  );
}
