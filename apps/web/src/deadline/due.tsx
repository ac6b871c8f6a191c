import { useToday } from '../api/session.ts';
import { dayText, leftText } from '../days/day-text.ts';
import { Lateness } from '../lateness/lateness.tsx';
import type { Standing } from '../lateness/lateness.tsx';

interface Owed {
  due: string | null;
  lateness: Standing;
  workingDaysLeft: number | null;
  workingDaysLate: number | null;
  provisional?: boolean;
}

/** `● 11月27日（周五） 还剩4个工作日` */
export function Due({ of }: { of: Owed }) {
  const today = useToday();
  const { due, lateness, provisional } = of;
  if (!due) return <span className="muted">没有期限</span>;
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 8 }}>
      <span className="nowrap">
        <Lateness value={lateness} brief /> {dayText(due, today)}
        {provisional ? '（暂定）' : ''}
      </span>
      <span className={lateness === 'overdue' ? 'late' : 'muted'}>{leftText(of, today)}</span>
    </span>
  );
}
