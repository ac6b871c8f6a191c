import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { More } from '../../lists/more.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { lists, todosQuery } from './lists.ts';
import type { ListName } from './lists.ts';
import { SelectableTodos } from './selectable-todos.tsx';
import { TodoRows } from './todo-rows.tsx';

export function TodoList({ list }: { list: ListName }) {
  const query = useInfiniteQuery(todosQuery(list));
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const { label, empty } = lists[list];
  return (
    <section aria-label={label}>
      <Asked query={query} what={`读取“${label}”`}>
        {(todos) => {
          if (todos.length === 0) return <EmptyState {...empty} />;
          const { hasNextPage: hasMore, isFetchingNextPage: loading } = query;
          const foot = <More {...{ hasMore, loading, more }} count={todos.length} />;
          return list === 'done' ? (
            <>
              <TodoRows todos={todos} acts={false} done />
              {foot}
            </>
          ) : (
            <SelectableTodos todos={todos} acts={list !== 'waiting'}>
              {foot}
            </SelectableTodos>
          );
        }}
      </Asked>
    </section>
  );
}
