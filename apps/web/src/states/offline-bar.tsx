import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { UnreachableError } from '../api/problem.ts';
import classes from './state.module.css';

/** Shown while the server can't be reached, whatever the browser believes about the network. */
export function OfflineBar() {
  const cache = useQueryClient().getQueryCache();
  const [away, setAway] = useState(false);
  useEffect(
    () =>
      cache.subscribe(({ query }) => {
        if (query.state.fetchFailureReason instanceof UnreachableError) setAway(true);
        else if (query.state.status === 'success' && query.state.fetchStatus === 'idle') setAway(false);
      }),
    [cache],
  );
  if (!away) return null;
  return (
    <div role="status" className={`${classes['bar']} no-print`}>
      连接不上服务器，正在自动重连。页面上是断开前的内容，已填写的都还在。
    </div>
  );
}
