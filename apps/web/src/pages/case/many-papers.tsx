import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { More } from '../../lists/more.tsx';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { Asked } from '../../states/asked.tsx';
import classes from './case.module.css';
import { Paper } from './paper.tsx';
import type { Shown } from './preview.tsx';

/** All papers of a case, page by page, found by hospital or number. */
export function ManyPapers({ caseId, show }: { caseId: string; show: (shown: Shown) => void }) {
  const [q, search] = useState<string>();
  const query = useInfiniteQuery({
    queryKey: ['case', caseId, 'papers', 'all', q],
    queryFn: ({ pageParam, signal }) => {
      const asked = { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { after: pageParam } : {}) };
      return ask(
        api.GET('/api/cases/{id}/notices', { params: { path: { id: caseId }, query: asked }, signal }),
      );
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <>
      <WordsFilter by="收文单位、文号" value={q ?? ''} onChange={search} />
      <Asked query={query} what="读取文书">
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items);
          return (
            <>
              {lines.length === 0 ? <p className="muted">没有找到这样的文书，请换个字查找。</p> : null}
              <ul className={classes['lines']}>
                {lines.map((notice) => (
                  <Paper key={notice.id} notice={notice} show={show} />
                ))}
              </ul>
              <More
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                more={more}
                count={lines.length}
              />
            </>
          );
        }}
      </Asked>
    </>
  );
}
