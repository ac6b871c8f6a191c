import { Button } from 'antd';
import type { TableColumnType } from 'antd';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { measureCodes, measures, officesOn } from './calendar-counts.ts';
import classes from './rehearsal.module.css';

interface Props {
  view: RehearsalView;
  day: string;
  onClose: () => void;
  onOffice: (office: string) => void;
}
type Line = ReturnType<typeof officesOn>[number];

/** Who has what on one day. */
export function DayDetail({ view, day, onClose, onOffice }: Props) {
  const today = useToday();
  const lines = officesOn(view, day);
  const special = view.calendar.find((one) => one.day === day);
  const columns: TableColumnType<Line>[] = [
    {
      title: '岗位',
      render: (_, { office }) => (
        <button type="button" className="text-link" onClick={() => onOffice(office.office)}>
          {office.office}
        </button>
      ),
    },
    { title: '人员', width: 180, render: (_, { office }) => office.holders.join('、') || '▲ 没有人' },
    ...measureCodes.map((code): TableColumnType<Line> => ({
      title: measures[code],
      width: 80,
      align: 'right',
      render: (_, { counts }) => counts[code] || '—',
    })),
  ];
  return (
    <div className={classes['day']} role="region" aria-label={`${dayText(day, today)}的安排`}>
      <div className={classes['dayHead']}>
        <h3>
          {dayText(day, today)}
          {special
            ? `，${special.kind === 'holiday' ? `${special.name}放假` : `${special.name}调休上班`}`
            : ''}
        </h3>
        <Button size="small" onClick={onClose}>
          收起
        </Button>
      </div>
      {lines.length === 0 ? (
        <p className="muted">这一天没有安排。</p>
      ) : (
        <WideTable<Line>
          width={760}
          rowKey={({ office }) => office.office}
          columns={columns}
          dataSource={lines}
          pagination={lines.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        />
      )}
    </div>
  );
}
