import { useQuery } from '@tanstack/react-query';
import { timelineQuery } from '../../api/cases.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayOf } from '../../days/day-text.ts';
import { Asked } from '../../states/asked.tsx';
import classes from './ledger.module.css';

/** What people did, one after the other, in one line. */
export function LineHistory({ caseId }: { caseId: string }) {
  const today = useToday();
  const query = useQuery(timelineQuery(caseId));
  return (
    <Asked query={query} what="读取办理经过" rows={1}>
      {(entries) => (
        <ol className={classes['chain']}>
          {entries
            .filter(({ action }) => action !== 'clock')
            .map(({ seq, label, at }) => (
              <li key={seq}>
                {label.replace('立项', '下达')} <span className="muted">{dateText(dayOf(at), today)}</span>
              </li>
            ))}
        </ol>
      )}
    </Asked>
  );
}
