import { dayText } from '../../days/day-text.ts';
import { monthWords, weeksOf, type Cell, type SpecialDay } from './months.ts';
import classes from './year-grid.module.css';

interface Props {
  year: number;
  days: readonly SpecialDay[];
  /** With it every day can be pressed. */
  onDay?: (day: string) => void;
  chosen?: string | undefined;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve small months: what is off, what is made up for, and what it is called. */
export function YearGrid({ year, days, onDay, chosen }: Props) {
  return (
    <>
      <ul className={classes['legend']} aria-label="图例">
        <li>
          <span className={classes['holiday']}>休</span> 放假
        </li>
        <li>
          <span className={classes['makeup']}>班</span> 调休上班
        </li>
        <li>
          <span className={classes['weekend']}>六</span> 周末
        </li>
      </ul>
      <div className={classes['year']}>
        {months.map((month) => (
          <Month key={month} {...{ year, month, days, onDay, chosen }} />
        ))}
      </div>
    </>
  );
}

interface MonthProps extends Pick<Props, 'year' | 'days' | 'chosen'> {
  month: number;
  onDay: Props['onDay'] | undefined;
}

function Month({ year, month, days, onDay, chosen }: MonthProps) {
  const words = monthWords(month, days);
  return (
    <section>
      <table className={classes['month']}>
        <caption>{month}月</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month, days).map((week, index) => (
            <tr key={index}>
              {week.map((cell, column) =>
                cell ? (
                  <Day key={cell.day} cell={cell} onDay={onDay} chosen={cell.day === chosen} />
                ) : (
                  <td key={column} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {words.length > 0 ? <p className={classes['words']}>{words.join('；')}</p> : null}
    </section>
  );
}

const kindOf = ({ special, column }: Cell): string => special?.kind ?? (column >= 6 ? 'weekend' : '');
const marks: Record<string, string> = { holiday: '休', makeup: '班' };

function Day({ cell, onDay, chosen }: { cell: Cell; onDay: Props['onDay'] | undefined; chosen: boolean }) {
  const { day, date, special } = cell;
  const kind = kindOf(cell);
  const said = special
    ? `${dayText(day)} ${special.name}${special.kind === 'holiday' ? '放假' : '调休上班'}`
    : dayText(day);
  const shown = (
    <>
      {date}
      {special ? <i>{marks[special.kind]}</i> : null}
    </>
  );
  return (
    <td className={classes[kind]} {...(special ? { title: said } : {})}>
      {onDay ? (
        <button type="button" aria-label={`${said}，改动`} aria-pressed={chosen} onClick={() => onDay(day)}>
          {shown}
        </button>
      ) : (
        shown
      )}
    </td>
  );
}
