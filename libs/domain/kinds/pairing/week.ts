import { addDays, weekday, type Day } from '../../day.ts';

/** The Monday of the week in which the day lies. */
export const monday = (day: Day): Day => addDays(day, 1 - weekday(day));
