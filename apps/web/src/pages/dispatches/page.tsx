import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useHoldsOneOf } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { More } from '../../lists/more.tsx';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { dispatchesQuery, viewOf, views } from './dispatch-query.ts';
import type { View } from './dispatch-query.ts';
import classes from './dispatches.module.css';
import { DispatchLines } from './lines.tsx';

/** 发文: every paper that somebody drafts, and whose turn it is. */
export default function DispatchesPage() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const drafts = useHoldsOneOf(['inspector', 'section-head']);
  const [view, q] = [viewOf(params), params.get('q') ?? ''];
  const query = useInfiniteQuery(dispatchesQuery(view, q || undefined));
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const set = (name: string, value: string | undefined) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <PageBody>
      <PageHead
        title="发文"
        actions={
          drafts ? (
            <Button type="primary" onClick={() => void navigate('/dispatches/new')}>
              起草文书
            </Button>
          ) : null
        }
      />
      <div className={classes['tools']}>
        <div className={classes['views']} role="group" aria-label="按所处环节查看">
          {(Object.keys(views) as View[]).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === view}
              onClick={() => set('view', one === 'all' ? undefined : one)}
            >
              {views[one]} <strong>{query.data?.counts?.[one] ?? '…'}</strong>
            </button>
          ))}
        </div>
        <WordsFilter key={q} by="标题、文号或登记号" value={q} onChange={(words) => set('q', words)} />
      </div>
      <Asked query={query} what="读取发文" rows={10}>
        {({ lines }) =>
          lines.length > 0 ? (
            <>
              <DispatchLines lines={lines} />
              <More
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                more={more}
                count={lines.length}
              />
            </>
          ) : (
            <Nothing filtered={view !== 'all' || q !== ''} drafts={drafts} />
          )
        }
      </Asked>
    </PageBody>
  );
}

function Nothing({ filtered, drafts }: { filtered: boolean; drafts: boolean }) {
  return filtered ? (
    <EmptyState
      title="这里没有发文"
      text="可以换一个环节，或者改一改查找的字。"
      action={<Link to="/dispatches">查看全部发文</Link>}
    />
  ) : (
    <EmptyState
      title="还没有发文"
      text="通知、函、通报、报告、请示、会议纪要在这里起草，经审核、签发、用印后发送和归档。"
      action={drafts ? <Link to="/dispatches/new">起草文书</Link> : null}
    />
  );
}
