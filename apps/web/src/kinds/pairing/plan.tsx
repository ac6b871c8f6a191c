import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { PairingBody } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import type { Doing } from './doing.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

type Item = PairingBody['plan'][number];

const states: Record<Item['status'], string> = {
  todo: '未开始',
  doing: '进行中',
  done: '已完成',
  dropped: '不再需要',
};
const sides: Record<Item['side'], string> = { pilot: '试点医院', assisted: '帮带医院' };

const columns = ({ act, may }: Doing, today: string): TableColumnsType<Item> => [
  {
    title: '工作事项',
    width: 150,
    render: (_, { item, side, person }) => (
      <>
        {item}
        <small className={classes['note']}>
          {sides[side]} {person}
        </small>
      </>
    ),
  },
  {
    title: '完成时限',
    width: 135,
    render: (_, { due, lateness, status }) => (
      <>
        <span className="nowrap">{dayText(due, today)}</span>
        <br />
        {status === 'dropped' ? null : <Lateness value={lateness} />}
      </>
    ),
  },
  { title: '进展', dataIndex: 'status', width: 85, render: (status: Item['status']) => states[status] },
  {
    title: '措施与最近进展',
    render: (_, { measure, lastReport }) => (
      <>
        {measure}
        {lastReport ? <small className={classes['note']}>最近进展：{lastReport}</small> : null}
      </>
    ),
  },
  ...(may('report-item')
    ? [
        {
          title: '办理',
          width: 90,
          render: (_: unknown, { id, item, status }: Item) =>
            status === 'todo' || status === 'doing' ? (
              <Button
                size="small"
                aria-label={`报告进展：${item}`}
                onClick={() => act('report-item', { itemId: id })}
              >
                报告进展
              </Button>
            ) : null,
        },
      ]
    : []),
];

/** Who does what by when, area by area. */
export function Plan(doing: Doing) {
  const { body } = doing;
  const today = useToday();
  if (body.plan.length === 0)
    return <Nothing what="帮带计划" how="双方商定计划并由一方提交、另一方同意后，各领域的事项列在这里。" />;
  return body.areas.map((area) => {
    const items = body.plan.filter((item) => item.area === area.code);
    const wanted = items.filter((item) => item.status !== 'dropped');
    const done = wanted.filter((item) => item.status === 'done').length;
    const late = wanted.filter((item) => item.lateness === 'overdue').length;
    return (
      <section key={area.code} id={`area-${area.code}`} className={classes['area']}>
        <h3>
          {area.label}
          <span className={classes['aside']}>
            {items.length === 0 ? '未列事项' : `完成 ${done}/${wanted.length}`}
          </span>
          {late > 0 && <span className={classes['late']}>■ 逾期 {late}</span>}
        </h3>
        {items.length > 0 && (
          <Table<Item>
            size="small"
            rowKey="id"
            columns={columns(doing, today)}
            dataSource={items}
            pagination={false}
            scroll={{ x: 620 }}
          />
        )}
      </section>
    );
  });
}
