import { Button, Segmented } from 'antd';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Message } from '../../api/types.ts';
import { api, ask } from '../../api/client.ts';
import { live, sessionKey } from '../../api/query-client.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { messageSort, messageText } from './message-text.ts';
import classes from './messages.module.css';

const key = ['messages'] as const;

export default function MessagesPage() {
  const [address, setAddress] = useSearchParams();
  const onlyUnread = address.get('show') === 'unread';
  const cache = useQueryClient();
  const found = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(api.GET('/api/messages', { params: { query: pageParam ? { after: pageParam } : {} }, signal })),
    getNextPageParam: (page) => page.next ?? undefined,
    ...live,
  });
  const read = useMutation({
    mutationFn: (ids: string[]) =>
      Promise.all(ids.map((id) => ask(api.POST('/api/messages/{id}/read', { params: { path: { id } } })))),
    onSettled: async () => {
      await Promise.all([key, sessionKey].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = all.filter((message) => !message.read);
  return (
    <PageBody>
      <PageHead title="消息" />
      <div className={classes['head']}>
        <Segmented
          aria-label="显示哪些消息"
          value={onlyUnread ? 'unread' : 'all'}
          onChange={(show) => setAddress(show === 'unread' ? { show } : {}, { replace: true })}
          options={[
            { value: 'all', label: '全部' },
            { value: 'unread', label: `未读 ${unread.length}` },
          ]}
        />
        <Button
          disabled={unread.length === 0}
          loading={read.isPending}
          onClick={() => read.mutate(unread.map((message) => message.id))}
        >
          全部标为已读
        </Button>
      </div>
      {read.isError && <Failed error={read.error} what="标为已读" narrow />}
      {found.data ? (
        <Messages
          messages={onlyUnread ? unread : all}
          onRead={(id) => read.mutate([id])}
          onlyUnread={onlyUnread}
        />
      ) : found.error ? (
        <Failed error={found.error} what="读取消息" retry={() => void found.refetch()} />
      ) : (
        <Loading rows={8} />
      )}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          显示更早的消息
        </Button>
      )}
    </PageBody>
  );
}

/** Where the matter is dealt with; empty: there is nothing to open. */
function target(code: string, caseId: string | null, params: Message['params']): string {
  if (caseId) return `/cases/${caseId}`;
  if (code.startsWith('calendar-')) return `/calendar/drafts/${params.draft ?? ''}`;
  return code === 'unknown-hospital' ? '/orgs?open=new' : '';
}

interface Props {
  messages: Message[];
  onRead: (id: string) => void;
  onlyUnread: boolean;
}

function Messages({ messages, onRead, onlyUnread }: Props) {
  const today = useToday();
  if (messages.length === 0)
    return (
      <EmptyState
        title={onlyUnread ? '没有未读消息' : '还没有消息'}
        text="待办、催办、督办升级和送达的文书会在这里告诉您，点开即到所说的事项。"
      />
    );
  return (
    <ul className={classes['list']}>
      {messages.map(({ id, at, caseId, code, params, read }) => (
        <li key={id} data-unread={read ? undefined : true}>
          <span className={classes['sort']}>
            {!read && <span className="for-readers">未读</span>}
            {messageSort(code)}
          </span>
          {target(code, caseId, params) ? (
            <Link to={target(code, caseId, params)} onClick={() => !read && onRead(id)}>
              {messageText(code, params)}
            </Link>
          ) : (
            <span>{messageText(code, params)}</span>
          )}
          <time dateTime={at} className="muted nowrap">
            {instantText(at, today)}
          </time>
          {read ? (
            <span className="muted">已读</span>
          ) : (
            <Button size="small" type="link" onClick={() => onRead(id)}>
              标为已读
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
