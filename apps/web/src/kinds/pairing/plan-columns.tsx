import { Button } from 'antd';
import type { TableColumnsType } from 'antd';
import type { PairingBody } from '../../api/bureau-types.ts';
import { dayText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import type { Doing } from './doing.ts';
import classes from './pairing.module.css';

export type Item = PairingBody['plan'][number];

const states: Record<Item['status'], string> = {
  todo: '未开始',
  doing: '进行中',
  done: '已完成',
  dropped: '不再需要',
};
const sides: Record<Item['side'], string> = { pilot: '试点医院', assisted: '帮带医院' };

function Work({ item: { item, side, person } }: { item: Item }) {
  return (
    <>
      {item}
      <small className={classes['note']}>
        {sides[side]} {person}
      </small>
    </>
  );
}

function Due({ item: { due, lateness, status }, today }: { item: Item; today: string }) {
  return (
    <>
      <span className="nowrap">{dayText(due, today)}</span>{' '}
      {status === 'dropped' ? null : <Lateness value={lateness} />}
    </>
  );
}

function Measure({ item: { measure, lastReport } }: { item: Item }) {
  return (
    <>
      {measure}
      {lastReport ? <small className={classes['note']}>最近进展：{lastReport}</small> : null}
    </>
  );
}

function Report({ item: { id, item, status }, act }: { item: Item; act: Doing['act'] }) {
  if (status !== 'todo' && status !== 'doing') return null;
  return (
    <Button size="small" aria-label={`报告进展：${item}`} onClick={() => act('report-item', { itemId: id })}>
      报告进展
    </Button>
  );
}

export const wide = ({ act, may }: Doing, today: string): TableColumnsType<Item> => [
  { title: '工作事项', width: 150, render: (_, item) => <Work item={item} /> },
  { title: '完成时限', width: 135, render: (_, item) => <Due item={item} today={today} /> },
  { title: '进展', dataIndex: 'status', width: 85, render: (status: Item['status']) => states[status] },
  { title: '措施与最近进展', render: (_, item) => <Measure item={item} /> },
  ...(may('report-item')
    ? [{ title: '办理', width: 90, render: (_: unknown, item: Item) => <Report item={item} act={act} /> }]
    : []),
];

/** On a phone one below the other: a table that is pushed sideways can't be read by keyboard. */
export const narrow = ({ act, may }: Doing, today: string): TableColumnsType<Item> => [
  {
    title: '事项、时限和进展',
    render: (_, item) => (
      <>
        <Work item={item} />
        <div>
          <Due item={item} today={today} /> {states[item.status]}
        </div>
        <Measure item={item} />
        {may('report-item') ? (
          <div>
            <Report item={item} act={act} />
          </div>
        ) : null}
      </>
    ),
  },
];
