import { Button } from 'antd';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import type { Doing } from './doing.ts';
import classes from './pairing.module.css';

const oneDay = 86_400_000;

/** Friday of the week that begins on this Monday: the day on which its report is owed. */
const fridayOf = (monday: string): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + 4 * oneDay).toISOString().slice(0, 10);

/** Weekly reports that are owed; those handed in stand in the timeline. */
export function Weeks({ body, act, may }: Doing) {
  const today = useToday();
  const { weeksOwed, missedInARow } = body;
  if (weeksOwed.length === 0)
    return <p className={classes['nothing']}>没有欠报的周报。已报的周报见办理经过。</p>;
  return (
    <>
      {missedInARow > 1 && <p className={classes['late']}>■ 已连续{missedInARow}周未报。</p>}
      <ul className={classes['weeks']}>
        {weeksOwed.map((monday) => (
          <li key={monday}>
            <span>
              {dayText(monday, today)}起的一周，{dayText(fridayOf(monday), today)}17:00前报送
            </span>
            {fridayOf(monday) < today && <span className={classes['late']}>■ 欠报</span>}
            {may('weekly-report') && (
              <Button size="small" onClick={() => act('weekly-report', { week: monday })}>
                报送周报
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
