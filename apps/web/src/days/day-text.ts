/** Days are `YYYY-MM-DD` in Asia/Shanghai, instants ISO in UTC; both become the words that an office uses. */
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const weekdayOf = (day: string): string => `周${weekdays[utc(day).getUTCDay()] ?? ''}`;

/** `11月27日`, with the year where it is not the present one. */
export function dateText(day: string, today?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return today?.startsWith(year) ? short : `${year}年${short}`;
}

/** `11月27日（周五）` */
export const dayText = (day: string, today?: string): string =>
  `${dateText(day, today)}（${weekdayOf(day)}）`;

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The civil day of an instant in Asia/Shanghai. */
export function dayOf(instant: string): string {
  return shanghai.format(new Date(instant)).slice(0, 10);
}

export const clockText = (instant: string): string => shanghai.format(new Date(instant)).slice(-5);

/** `今天 16:49`, `11月20日 09:03`. */
export function instantText(instant: string, today?: string): string {
  const day = dayOf(instant);
  return `${day === today ? '今天' : dateText(day, today)} ${clockText(instant)}`;
}

interface Standing {
  due: string | null;
  lateness: 'normal' | 'soon' | 'overdue' | 'suspended' | 'done';
  workingDaysLeft: number | null;
  workingDaysLate: number | null;
}

/** `还剩4个工作日`, `今日到期`, `已逾期2个工作日`. */
export function leftText(
  { due, lateness, workingDaysLeft, workingDaysLate }: Standing,
  today: string,
): string {
  if (!due) return '没有期限';
  if (lateness === 'done') return '已办结';
  if (lateness === 'suspended') return '中止计算';
  if (lateness === 'overdue') return workingDaysLate ? `已逾期${workingDaysLate}个工作日` : '已逾期';
  if (due === today) return '今日到期';
  // It waits for others, who have days of their own.
  if (due < today) return '已提交';
  return workingDaysLeft ? `还剩${workingDaysLeft}个工作日` : '即将到期';
}
