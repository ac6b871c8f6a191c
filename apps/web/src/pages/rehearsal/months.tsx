import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { measureCodes, measures, type Measure, type Month } from './calendar-counts.ts';
import classes from './rehearsal.module.css';

interface Props {
  months: Month[];
  measure: Measure;
  onDay: (day: string) => void;
}

/** The table of the picture, for those who read no colours; narrow enough for a phone. */
export function Months({ months, measure, onDay }: Props) {
  const today = useToday();
  return (
    <table className={classes['months']}>
      <thead>
        <tr>
          <th scope="col">月份</th>
          {measureCodes.map((code) => (
            <th key={code} scope="col" className="num">
              {measures[code]}
            </th>
          ))}
          <th scope="col">{measures[measure]}最多的一天</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, counts, peak }) => (
          <tr key={month}>
            <th scope="row">
              {month.slice(0, 4)}年{Number(month.slice(5))}月
            </th>
            {measureCodes.map((code) => (
              <td key={code} className="num">
                {counts[code].toLocaleString('zh-CN')}
              </td>
            ))}
            <td>
              {peak ? (
                <button type="button" className="text-link" onClick={() => onDay(peak.day)}>
                  {dayText(peak.day, today)}，{peak.counts[measure]}项
                </button>
              ) : (
                '—'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
