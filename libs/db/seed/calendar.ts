import type { Calendar } from '#domain/calendar';
import { addDays } from '#domain/day';
import { daysOff, makeupDays } from './calendar-days.ts';

const days: Calendar['days'] = {};
for (const [from, to, name] of daysOff)
  for (let day = from; day <= to; day = addDays(day, 1)) days[day] = { kind: 'holiday', name };
for (const [day, name] of makeupDays) days[day] = { kind: 'makeup', name };

/** The arrangements of the General Office of the State Council for 2020 to 2026. */
export const seedCalendar: Calendar = {
  version: 'cn-2026',
  firstDay: '2020-01-01',
  publishedThrough: '2026-12-31',
  days,
};
