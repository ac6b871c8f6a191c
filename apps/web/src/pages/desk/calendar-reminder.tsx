import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { draftsQuery } from '../../drafts/queries.ts';
import { yearQuery } from '../calendar/queries.ts';

/** On the desks of those who propose the calendar: that a year is missing and nobody has handed it in. */
export function CalendarReminder() {
  const year = useQuery(yearQuery());
  const drafts = useQuery(draftsQuery());
  const waiting = drafts.data?.items.some(
    ({ sort, status }) => sort === 'calendar' && status === 'handed-in',
  );
  const reminder = year.data?.reminder;
  if (!reminder || waiting !== false) return null;
  return (
    <p className="remind">
      ▲ {reminder} <Link to="/calendar/new">录入放假安排</Link>
    </p>
  );
}
