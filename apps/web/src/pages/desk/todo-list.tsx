import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { More } from '../../lists/more.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { lists, todosQuery } from './lists.ts';
import type { ListName } from './lists.ts';
import { TodoRows } from './todo-rows.tsx';

export function TodoList({ list }: { list: ListName }) {
  const query = useInfiniteQuery(todosQuery(list));
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const { label, empty } = lists[list];
  return (
    <section aria-label={label}>
      <Asked query={query} what={`读取“${label}”`}>
        {(todos) =>
          todos.length > 0 ? (
            <>
              <TodoRows todos={todos} acts={list !== 'waiting' && list !== 'done'} done={list === 'done'} />
              <More
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                more={more}
                count={todos.length}
              />
            </>
          ) : (
            <EmptyState {...empty} />
          )
        }
      </Asked>
    </section>
  );
}
