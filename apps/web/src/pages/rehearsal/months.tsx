import type { TableColumnType } from 'antd';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { measureCodes, measures, type Measure, type Month } from './calendar-counts.ts';

interface Props {
  months: Month[];
  measure: Measure;
  onDay: (day: string) => void;
}

/** The table of the picture, for those who read no colours. */
export function Months({ months, measure, onDay }: Props) {
  const today = useToday();
  const columns: TableColumnType<Month>[] = [
    {
      title: '月份',
      width: 130,
      render: (_, { month }) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
    },
    ...measureCodes.map((code): TableColumnType<Month> => ({
      title: measures[code],
      width: 90,
      align: 'right',
      render: (_, { counts }) => counts[code].toLocaleString('zh-CN'),
    })),
    {
      title: `${measures[measure]}最多的一天`,
      render: (_, { peak }) =>
        peak ? (
          <button type="button" className="text-link" onClick={() => onDay(peak.day)}>
            {dayText(peak.day, today)}，{peak.counts[measure]}项
          </button>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <WideTable<Month> width={760} rowKey="month" columns={columns} dataSource={months} pagination={false} />
  );
}
