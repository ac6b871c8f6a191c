import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { holdsOneOf, useSession } from '../../api/session.ts';
import { draftsQuery, yearQuery } from '../calendar/queries.ts';
import classes from './desk.module.css';

/** On the desks of those who keep the calendar: that a year is missing, or waits for their decision. */
export function CalendarReminder() {
  const session = useSession();
  const year = useQuery(yearQuery());
  const drafts = useQuery(draftsQuery);
  const proposes = holdsOneOf(session, ['system-admin']);
  const waiting = (drafts.data?.items ?? []).filter(({ status }) => status === 'handed-in');
  const reminder = waiting.length === 0 && proposes ? year.data?.reminder : undefined;
  if (!reminder && waiting.length === 0) return null;
  return (
    <div className={classes['remind']}>
      {reminder ? (
        <p>
          ▲ {reminder} <Link to="/calendar/new">录入放假安排</Link>
        </p>
      ) : null}
      {waiting.map(({ id, year: of, proposedBy }) => (
        <p key={id}>
          ▲ {proposedBy}报送的{of}年工作日历等待批准。 <Link to={`/calendar/drafts/${id}`}>核对影响</Link>
        </p>
      ))}
    </div>
  );
}
