import { Button, Segmented } from 'antd';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { liveWhileShort, sessionKey } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { More } from '../../lists/more.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { MessageLines } from './message-lines.tsx';
import classes from './messages.module.css';

export default function MessagesPage() {
  const [address, setAddress] = useSearchParams();
  const all = address.get('show') === 'all';
  const cache = useQueryClient();
  const { messages: unread } = useSession().unread;
  const found = useInfiniteQuery({
    queryKey: ['messages', all ? 'all' : 'unread'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(all ? {} : { unread: 'true' as const }),
        ...(pageParam ? { after: pageParam } : {}),
      };
      return ask(api.GET('/api/messages', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
    ...liveWhileShort,
  });
  const renew = async () => {
    await Promise.all([['messages'], sessionKey].map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
  const read = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/messages/{id}/read', { params: { path: { id } } })),
    onSettled: renew,
  });
  const readAll = useMutation({
    mutationFn: (until: string) => ask(api.POST('/api/messages/read', { body: { until } })),
    onSettled: renew,
  });
  const messages = found.data?.pages.flatMap((page) => page.items) ?? [];
  const [newest] = messages;
  return (
    <PageBody>
      <PageHead title="消息" />
      <div className={classes['head']}>
        <Segmented
          aria-label="显示哪些消息"
          value={all ? 'all' : 'unread'}
          onChange={(show) => setAddress(show === 'all' ? { show } : {}, { replace: true })}
          options={[
            { value: 'unread', label: `未读 ${unread > 99 ? '99+' : unread}` },
            { value: 'all', label: '全部' },
          ]}
        />
        <Button
          disabled={unread === 0 || !newest}
          loading={readAll.isPending}
          onClick={() => newest && readAll.mutate(newest.at)}
        >
          全部标为已读
        </Button>
      </div>
      {[read, readAll].map(
        ({ error }, index) => error && <Failed key={index} error={error} what="标为已读" narrow />,
      )}
      {found.data ? (
        <>
          <MessageLines messages={messages} onRead={(id) => read.mutate(id)} onlyUnread={!all} />
          <More
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            more={() => void found.fetchNextPage()}
            count={messages.length}
          />
        </>
      ) : found.error ? (
        <Failed error={found.error} what="读取消息" retry={() => void found.refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </PageBody>
  );
}
