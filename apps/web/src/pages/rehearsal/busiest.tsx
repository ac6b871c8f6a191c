import type { TableColumnType } from 'antd';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Bar } from './bar.tsx';

type Busy = RehearsalView['busiest'][number];
type Duty = Busy['duties'][number];

const shown = 3;

function dutyText({ side, roleLabel, stepLabel, times, orgs, most }: Duty): string {
  const who =
    side === 'bureau'
      ? roleLabel
      : orgs > 1
        ? `${orgs}家${roleLabel}`
        : `${most?.orgName ?? ''} ${roleLabel}`;
  const heavy = most && orgs > 1 && most.times > 1 ? `，最多的${most.orgName}${most.times}项` : '';
  return `${who}：${stepLabel}${times}项${heavy}`;
}

/** The ten days on which most falls due, with who owes what. */
export function Busiest({ view: { busiest }, onDay }: { view: RehearsalView; onDay: (day: string) => void }) {
  const today = useToday();
  const most = busiest[0]?.counts.due ?? 1;
  const columns: TableColumnType<Busy>[] = [
    {
      title: '日期',
      width: 170,
      render: (_, { day }) => (
        <button type="button" className="text-link" onClick={() => onDay(day)}>
          {dayText(day, today)}
        </button>
      ),
    },
    { title: '到期', width: 150, render: (_, { counts }) => <Bar value={counts.due} most={most} /> },
    {
      title: '谁要办什么',
      render: (_, { duties }) => (
        <ul>
          {duties.slice(0, shown).map((duty) => (
            <li key={`${duty.side}${duty.roleLabel}${duty.stepLabel}`}>{dutyText(duty)}</li>
          ))}
          {duties.length > shown ? (
            <li className="muted">
              另有{duties.slice(shown).reduce((sum, { times }) => sum + times, 0)}项，共{duties.length}类
            </li>
          ) : null}
        </ul>
      ),
    },
    { title: '催办', width: 70, align: 'right', render: (_, { counts }) => counts.reminders },
    { title: '升级', width: 70, align: 'right', render: (_, { counts }) => counts.escalations },
    { title: '文书', width: 70, align: 'right', render: (_, { counts }) => counts.papers },
  ];
  return (
    <section className="section" aria-labelledby="busiest">
      <h2 id="busiest">到期最多的{busiest.length}天</h2>
      <WideTable<Busy> width={860} rowKey="day" columns={columns} dataSource={busiest} pagination={false} />
    </section>
  );
}
