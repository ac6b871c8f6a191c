import { Button } from 'antd';
import { Link } from 'react-router';
import { draftSorts } from '../../api/labels.ts';
import type { Message } from '../../api/types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { EmptyState } from '../../states/empty-state.tsx';
import { messageSort, messageText } from './message-text.ts';
import classes from './messages.module.css';

/** Where a message leads that is about no case. */
const places: Record<string, string> = {
  'unknown-hospital': '/orgs?open=new',
  'posts-awaited': '/permissions',
  'webhook-stopped': '/webhooks',
};
function target({ code, caseId, params }: Message): string {
  // Its receiver does not see the case behind it.
  if (params.alone) return `/papers/${params.noticeId}`;
  if (caseId) return `/cases/${caseId}`;
  if (code.startsWith('deputy-')) return '/my/absences';
  const sort = draftSorts.find((one) => code.startsWith(`${one}-`));
  if (sort && params.draft) return `/${sort}/drafts/${params.draft}`;
  return places[code] ?? '';
}

interface Props {
  messages: Message[];
  onRead: (id: string) => void;
  onlyUnread: boolean;
}

export function MessageLines({ messages, onRead, onlyUnread }: Props) {
  const today = useToday();
  if (messages.length === 0)
    return (
      <EmptyState
        title={onlyUnread ? '没有未读消息' : '还没有消息'}
        text="待办、催办、督办升级和送达的文书会在这里告诉您，点开即到所说的事项。"
        action={onlyUnread ? <Link to="?show=all">查看全部消息</Link> : null}
      />
    );
  return (
    <ul className={classes['list']}>
      {messages.map((message) => (
        <li key={message.id} data-unread={message.read ? undefined : true}>
          <span className={classes['sort']}>
            {!message.read && <span className="for-readers">未读</span>}
            {messageSort(message.code)}
          </span>
          {target(message) ? (
            <Link to={target(message)} onClick={() => !message.read && onRead(message.id)}>
              {messageText(message.code, message.params)}
            </Link>
          ) : (
            <span>{messageText(message.code, message.params)}</span>
          )}
          <time dateTime={message.at} className="muted nowrap">
            {instantText(message.at, today)}
          </time>
          {message.read ? (
            <span className="muted">已读</span>
          ) : (
            <Button size="small" type="link" onClick={() => onRead(message.id)}>
              标为已读
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
