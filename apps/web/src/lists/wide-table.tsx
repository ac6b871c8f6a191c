import { Table } from 'antd';
import type { TableColumnType, TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useMedia } from './use-media.ts';
import classes from './wide-table.module.css';

interface Props<T> extends Omit<TableProps<T>, 'columns' | 'scroll'> {
  /** The first names the row. */
  columns: TableColumnType<T>[];
  /** Pixels that the columns need beside one another. */
  width: number;
}

function cellOf<T>({ dataIndex, render }: TableColumnType<T>, row: T, at: number): ReactNode {
  const value = typeof dataIndex === 'string' ? (row as Record<string, unknown>)[dataIndex] : undefined;
  return render ? (render(value, row, at) as ReactNode) : (value as ReactNode);
}

/** On a phone each row's cells stand below one another under their names: nothing is pushed sideways. */
export function WideTable<T extends object>({ columns, width, ...table }: Props<T>) {
  const small = useMedia('(max-width: 767px)');
  if (!small) return <Table<T> size="small" columns={columns} scroll={{ x: width }} {...table} />;
  const [first, ...rest] = columns;
  const stacked: TableColumnType<T> = {
    title: columns.map(({ title }) => title as ReactNode).join('、'),
    render: (_, row, at) => (
      <>
        <div className={classes['first']}>{first ? cellOf(first, row, at) : null}</div>
        {rest.map((column, index) => (
          <div key={index} className={classes['line']}>
            <span className={classes['label']}>{column.title as ReactNode}</span>
            <div>{cellOf(column, row, at)}</div>
          </div>
        ))}
      </>
    ),
  };
  return <Table<T> size="small" columns={[stacked]} showHeader={false} {...table} />;
}
