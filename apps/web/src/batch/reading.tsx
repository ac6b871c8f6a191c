import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { draftQuery } from '../act/use-draft.ts';
import { sentenceOf, statusOf } from '../api/problem.ts';
import { Asked } from '../states/asked.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import type { Batch } from './batch.ts';
import classes from './batch.module.css';
import { SeenPages } from './seen-pages.tsx';

interface Props {
  batch: Batch;
  update: (change: (batch: Batch) => Batch) => void;
}

/** One paper after the other. All are read, or declared read, before anything can be signed. */
export function Reading({ batch, update }: Props) {
  const { items, action, label } = batch;
  const [place, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ read }) => !read),
    ),
  );
  // The last one may have been left out.
  const at = Math.max(0, Math.min(place, items.length - 1));
  const item = items[at];
  const draft = useQuery({ ...draftQuery(item?.caseId ?? '', action), enabled: item !== undefined });
  const unread = items.filter(({ read }) => !read).length;
  const actId = item?.actId;
  const { hash = null, of } = draft.data ?? {};
  const seen = useCallback(
    () =>
      update((before) => ({
        ...before,
        items: before.items.map((one) =>
          one.actId === actId && hash ? { ...one, hash, of: of ?? 1, read: 'shown' as const } : one,
        ),
      })),
    [update, actId, hash, of],
  );
  const leave = (caseId: string) =>
    update((before) => ({ ...before, items: before.items.filter((one) => one.caseId !== caseId) }));
  const begin = (declare: boolean) =>
    update((before) => ({
      ...before,
      sending: true,
      items: before.items.map((one) => (declare && !one.read ? { ...one, read: 'declared' as const } : one)),
    }));
  if (!item)
    return (
      <EmptyState
        narrow
        title="没有要办理的文书了"
        text="这次选的各份都已移出，没有办理的仍在待签、待审文书里。"
        action={<Link to="/?list=sign">回到待签文书</Link>}
      />
    );
  return (
    <>
      <div className={classes['columns']}>
        <div>
          <div className={classes['turn']}>
            <span role="status">{`第${at + 1}份，共${items.length}份：${item.caseTitle}`}</span>
            <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
              上一份
            </Button>
            <Button
              type={item.read ? 'primary' : 'default'}
              disabled={at >= items.length - 1}
              onClick={() => setAt(at + 1)}
            >
              下一份
            </Button>
          </div>
          {isOver(draft.error) ? (
            <EmptyState
              narrow
              title="这一份不用在这里办了"
              text={sentenceOf(draft.error)}
              action={<Button onClick={() => leave(item.caseId)}>移出这一份</Button>}
            />
          ) : (
            <Asked query={draft} what="读取文书草稿" rows={12}>
              {({ pages, name, of }) => (
                <>
                  {of > 1 ? (
                    <p>{`逐户发文，共${of}份，正文相同、主送各写一家；这里是第1份，其余可在案件里翻看。`}</p>
                  ) : null}
                  <SeenPages key={item.actId} pages={pages} name={`${name ?? '文书'}草稿`} onSeen={seen} />
                </>
              )}
            </Asked>
          )}
          <p hidden={isOver(draft.error)}>
            有意见要退回的，<Link to={`/cases/${item.caseId}?act=${action}`}>打开这一份单独办理</Link>
            ，或者{' '}
            <button type="button" className="text-link" onClick={() => leave(item.caseId)}>
              这次不办这一份
            </button>
            。
          </p>
        </div>
        <ol className={classes['list']}>
          {items.map((one, nth) => (
            <li key={one.actId}>
              <button type="button" aria-current={nth === at ? 'true' : undefined} onClick={() => setAt(nth)}>
                {one.read ? <span className={classes['read']}>✓ 已看 </span> : null}
                {one.caseTitle}
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div className={classes['foot']}>
        <Button type="primary" size="large" disabled={unread > 0} onClick={() => begin(false)}>
          {`${label} ${items.length}份`}
        </Button>
        {unread > 0 ? (
          <>
            <span className="muted" role="status">{`还有${unread}份没有看完`}</span>
            <Popconfirm
              title="声明全部已阅？"
              description={`${unread}份没有在这里逐页打开。声明全部已阅后直接办理，这一声明记入日志。`}
              okText={`全部已阅，${label}`}
              cancelText="继续阅看"
              onConfirm={() => begin(true)}
            >
              <Button size="large">全部已阅</Button>
            </Popconfirm>
          </>
        ) : (
          <span className="muted">每份单独签署、单独取号；一份没有办成，不影响其他各份。</span>
        )}
      </div>
    </>
  );
}

/** Done or sent back by itself meanwhile, or no longer this person's to do. */
const isOver = (error: unknown): boolean => [403, 404, 409].includes(statusOf(error) ?? 0);
