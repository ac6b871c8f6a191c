import { Link } from 'react-router';
import type { DispatchLine } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayOf, dayText, leftText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import { moveBetweenRows } from '../../lists/row-keys.ts';
import classes from './dispatches.module.css';

/** One line for each; a draft of one's own opens where it is written. */
export function DispatchLines({ lines }: { lines: readonly DispatchLine[] }) {
  const today = useToday();
  return (
    <table className={classes['table']} onKeyDown={moveBetweenRows}>
      <caption className="for-readers">发文；上下键移动，回车打开</caption>
      <thead>
        <tr>
          <th scope="col">标题</th>
          <th scope="col">文号</th>
          <th scope="col">环节</th>
          <th scope="col">办理期限</th>
          <th scope="col">起草人</th>
          <th scope="col">最近变动</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.caseId}>
            <th scope="row">
              <Link to={pathOf(line)} data-row>
                {line.title}
              </Link>
              <div className="muted">{line.number}</div>
            </th>
            <td>{line.noticeNumber ?? <span className="muted">签发时取号</span>}</td>
            <td>{line.stageLabel}</td>
            <td>
              {line.nextDue ? (
                <>
                  <Lateness value={line.lateness} /> {dayText(line.nextDue, today)}{' '}
                  <span className="muted">{leftText({ ...line, due: line.nextDue }, today)}</span>
                </>
              ) : (
                <span className="muted">—</span>
              )}
            </td>
            <td>{line.drafter}</td>
            <td className="muted">{dateText(dayOf(line.changedAt), today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const pathOf = ({ caseId, mine, stage }: DispatchLine): string =>
  mine && stage === 'drafting' ? `/dispatches/${caseId}` : `/cases/${caseId}`;
