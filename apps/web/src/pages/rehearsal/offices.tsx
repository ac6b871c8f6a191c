import { Segmented } from 'antd';
import type { TableColumnType } from 'antd';
import { useState } from 'react';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Bar } from './bar.tsx';
import type { Office } from './calendar-counts.ts';
import classes from './rehearsal.module.css';

/** Who has how much of it: the offices by load. */
export function Offices({ view, onOffice }: { view: RehearsalView; onOffice: (office: string) => void }) {
  const today = useToday();
  const [side, setSide] = useState<Office['side']>('bureau');
  const rows = view.offices.filter((one) => one.side === side);
  const most = Math.max(1, ...rows.map(({ total }) => total.opened));
  const number = (title: string, of: (office: Office) => number): TableColumnType<Office> => ({
    ...{ title, width: 84, align: 'right' },
    render: (_, office) => of(office).toLocaleString('zh-CN'),
  });
  const columns: TableColumnType<Office>[] = [
    {
      title: '岗位',
      render: (_, { office }) => (
        <button type="button" className="text-link" onClick={() => onOffice(office)}>
          {office}
        </button>
      ),
    },
    { title: '人员', width: 170, render: (_, { holders }) => holders.join('、') || '▲ 没有人' },
    { title: '待办', width: 150, render: (_, { total }) => <Bar value={total.opened} most={most} /> },
    number('同时在办', ({ mostOpen }) => mostOpen),
    {
      title: '一天到期最多',
      width: 215,
      render: (_, { mostDue, mostDueOn }) => (mostDueOn ? `${mostDue}项，${dayText(mostDueOn, today)}` : '—'),
    },
    number('收到催办', ({ total }) => total.reminders),
    number('收到升级', ({ total }) => total.escalations),
    number('文书', ({ total }) => total.papers),
  ];
  return (
    <section className="section" aria-labelledby="offices">
      <h2 id="offices">哪些岗位最忙</h2>
      <div className={`${classes['tools']} no-print`}>
        <Segmented<Office['side']>
          aria-label="哪一方"
          value={side}
          onChange={setSide}
          options={[
            { value: 'bureau', label: '主管部门' },
            { value: 'hospital', label: '医院' },
          ]}
        />
      </div>
      <WideTable<Office>
        width={1000}
        rowKey="office"
        columns={columns}
        dataSource={rows}
        pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
    </section>
  );
}
