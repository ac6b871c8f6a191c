import { Segmented } from 'antd';
import type { TableColumnType } from 'antd';
import { useState } from 'react';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Note } from '../campaign/note.tsx';
import classes from './rehearsal.module.css';

type Line = RehearsalView['holidays'][number];
const weekend = (line: Line) => line.name === '周末';

/** Deadlines that meet days off, and those that count by a calendar not yet published. */
export function Holidays({ view }: { view: RehearsalView }) {
  const today = useToday();
  const { holidays, provisional, publishedThrough } = view;
  const [which, setWhich] = useState<'holidays' | 'weekends'>('holidays');
  const [festive, plain] = [holidays.filter((one) => !weekend(one)), holidays.filter(weekend)];
  const rows = which === 'holidays' ? festive : plain;
  const moved = provisional.reduce((sum, { times }) => sum + times, 0);
  const columns: TableColumnType<Line>[] = [
    { title: '期限', dataIndex: 'stepLabel' },
    { title: '遇到', dataIndex: 'name', width: 150 },
    {
      title: '怎样计算',
      render: (_, { sort, instead }) =>
        sort === 'rolled'
          ? `原到${dayText(instead ?? '', today)}，移到工作日`
          : sort === 'on'
            ? '商定的日期正是休息日，不顺延'
            : '期间有放假，放假的日子不计入',
    },
    { title: '到期日', width: 180, render: (_, { due }) => dayText(due, today) },
    { title: '件数', dataIndex: 'times', width: 80, align: 'right' },
  ];
  return (
    <section className="section" aria-labelledby="holidays">
      <h2 id="holidays">遇到节假日的期限</h2>
      {moved > 0 ? (
        <Note
          tone="warn"
          title={`${moved.toLocaleString('zh-CN')}项期限是暂定的：${dateText(publishedThrough, today)}以后的放假安排还没有公布`}
        >
          <p>放假安排公布后重新计算，到期日可能前后移动。</p>
          <details>
            <summary>是哪些期限</summary>
            <ul className={classes['steps']}>
              {provisional.map(({ stepLabel, times, firstDue }) => (
                <li key={stepLabel}>
                  {stepLabel} {times}项，最早{dateText(firstDue, today)}
                </li>
              ))}
            </ul>
          </details>
        </Note>
      ) : null}
      <div className={`${classes['tools']} no-print`}>
        <Segmented<'holidays' | 'weekends'>
          aria-label="哪一类休息日"
          value={which}
          onChange={setWhich}
          options={[
            { value: 'holidays', label: `节假日 ${festive.length}` },
            { value: 'weekends', label: `周末 ${plain.length}` },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <p className="muted">
          {which === 'holidays' ? '已公布的放假安排中，没有期限落在或者跨过节假日。' : '没有期限落在周末。'}
        </p>
      ) : (
        <WideTable<Line>
          width={760}
          rowKey={({ sort, stepLabel, name, due }) => `${sort}${stepLabel}${name}${due}`}
          columns={columns}
          dataSource={rows}
          pagination={rows.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        />
      )}
    </section>
  );
}
