import { Checkbox } from 'antd';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { TodoLine } from '../../api/types.ts';
import { BulkBar } from '../../bulk/bulk-bar.tsx';
import { useSelection } from '../../bulk/use-selection.ts';
import classes from './desk.module.css';
import { TodoRows } from './todo-rows.tsx';

interface Props {
  todos: readonly TodoLine[];
  acts: boolean;
  /** Between the rows and the bar: the foot of a list that is read page by page. */
  children?: ReactNode;
}

/** Todos that can be ticked, and what may be done to the ticked ones at once. */
export function SelectableTodos({ todos, acts, children }: Props) {
  const ids = useMemo(() => todos.map(({ id }) => id), [todos]);
  const selection = useSelection(ids);
  const picked = todos.filter(({ id }) => selection.has(id));
  return (
    <>
      {todos.length > 1 ? (
        <Checkbox
          className={classes['all'] ?? ''}
          checked={selection.all}
          indeterminate={selection.some}
          onChange={selection.toggleAll}
        >
          全选
        </Checkbox>
      ) : null}
      <TodoRows todos={todos} acts={acts} selection={selection} />
      {children}
      <BulkBar
        count={picked.length}
        full={selection.full}
        selection={{ todos: picked.map(({ caseId, key }) => ({ caseId, key })), caseIds: [] }}
        onClear={selection.clear}
        papers={picked.some(({ paper }) => paper)}
      />
    </>
  );
}
