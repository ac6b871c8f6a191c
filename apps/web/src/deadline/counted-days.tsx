import type { DeadlineView } from '../api/types.ts';
import classes from './counted-days.module.css';

type Counted = DeadlineView['days'][number];

const kindWords: Record<Counted['kind'], string> = {
  start: '起',
  counted: '',
  weekend: '休',
  holiday: '假',
  makeup: '班',
  suspended: '停',
  due: '止',
};

const legend: [Counted['kind'], string][] = [
  ['start', '起：起算日，不计入'],
  ['counted', '数字：第几日'],
  ['weekend', '休：周末'],
  ['holiday', '假：节假日'],
  ['makeup', '班：调休上班，计入'],
  ['suspended', '停：中止计算'],
  ['due', '止：到期日'],
];

interface Cell extends Counted {
  /** Which day of the count it is. */
  nth: number | undefined;
}

function monthsOf(days: readonly Counted[]): [string, Cell[]][] {
  const months = new Map<string, Cell[]>();
  let nth = 0;
  for (const day of days) {
    const counts = day.kind === 'counted' || day.kind === 'makeup' || day.kind === 'due';
    if (counts) nth += 1;
    const month = day.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), { ...day, nth: counts ? nth : undefined }]);
  }
  return [...months];
}

/** Monday is the first column. */
const columnOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const spoken = ({ day, kind, name, nth }: Cell): string =>
  [`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, name ?? kindWords[kind], nth ? `第${nth}日` : '']
    .filter(Boolean)
    .join(' ');

export function CountedDays({ days }: { days: readonly Counted[] }) {
  if (days.length === 0) return null;
  const shown = new Set(days.map((day) => day.kind));
  return (
    <div className={classes['days']}>
      <div className={classes['months']} tabIndex={0} role="region" aria-label="逐日计算">
        {monthsOf(days).map(([month, cells]) => (
          <Month key={month} month={month} cells={cells} />
        ))}
      </div>
      <ul className={classes['legend']} aria-label="图例">
        {legend
          .filter(([kind]) => shown.has(kind))
          .map(([kind, words]) => (
            <li key={kind}>{words}</li>
          ))}
      </ul>
    </div>
  );
}

function Month({ month, cells }: { month: string; cells: Cell[] }) {
  const first = cells[0];
  if (!first) return null;
  return (
    <section>
      <h3>{`${month.slice(0, 4)}年${Number(month.slice(5))}月`}</h3>
      <ol className={classes['grid']}>
        {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
          <li key={name} aria-hidden="true" className={classes['weekday']}>
            {name}
          </li>
        ))}
        {cells.map((cell, index) => (
          <li
            key={cell.day}
            className={classes[cell.kind]}
            style={index === 0 ? { gridColumnStart: columnOf(first.day) } : undefined}
            aria-label={spoken(cell)}
            title={spoken(cell)}
          >
            <span className={classes['date']}>{Number(cell.day.slice(8))}</span>
            <span className={classes['word']}>
              {cell.kind === 'holiday' && cell.name
                ? cell.name.slice(0, 3)
                : kindWords[cell.kind] || cell.nth}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
