import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { useSession, useToday } from '../../api/session.ts';
import type { TodoLine } from '../../api/types.ts';
import { instantText } from '../../days/day-text.ts';
import type { Selection } from '../../bulk/use-selection.ts';
import { Due } from '../../deadline/due.tsx';
import { moveBetweenRows } from '../../lists/row-keys.ts';
import { numberText } from '../../lists/number-text.ts';
import classes from './desk.module.css';

interface Props {
  todos: readonly TodoLine[];
  /** A row leads to the action; otherwise to the case. */
  acts: boolean;
  done?: boolean;
  /** Rows can be ticked. */
  selection?: Selection;
}

const addressOf = ({ caseId, action, key }: TodoLine, acts: boolean): string =>
  acts
    ? `/cases/${caseId}?${new URLSearchParams({ act: action, todo: key }).toString()}`
    : `/cases/${caseId}`;

export function TodoRows({ todos, acts, done, selection }: Props) {
  const { posts } = useSession();
  // His own office goes without saying, unless he holds several.
  const office = !acts || posts.length > 1;
  return (
    <div
      className={`${office ? (classes['with-office'] ?? '') : ''} ${selection ? (classes['ticked'] ?? '') : ''}`}
    >
      <div className={classes['columns']} aria-hidden="true">
        <span>{done ? '办理时间' : '期限'}</span>
        <span>事项</span>
        <span>案件</span>
        {office ? <span>承办</span> : null}
      </div>
      <ul className={classes['rows']} onKeyDown={moveBetweenRows}>
        {todos.map((todo) => (
          <Row
            key={todo.id}
            {...{ todo, acts, office }}
            done={done ?? false}
            {...(selection ? { selection } : {})}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  todo: TodoLine;
  acts: boolean;
  done: boolean;
  office: boolean;
  selection?: Selection;
}

function Row({ todo, acts, done, office: withOffice, selection }: RowProps) {
  const today = useToday();
  const { caseId, stepLabel, detail, caseTitle, caseNumber, kindLabel, office, closedAt, paper } = todo;
  return (
    <li className={todo.lateness === 'overdue' && !done ? classes['overdue'] : undefined}>
      {selection ? (
        <Checkbox
          className={classes['tick'] ?? ''}
          checked={selection.has(todo.id)}
          disabled={selection.full && !selection.has(todo.id)}
          onChange={() => selection.toggle(todo.id)}
          aria-label={`选择：${stepLabel}，${caseTitle}`}
        />
      ) : null}
      <span>{done && closedAt ? instantText(closedAt, today) : <Due of={todo} />}</span>
      <span>
        <Link to={addressOf(todo, acts)} data-row className={classes['link'] ?? ''}>
          {stepLabel}
        </Link>
        {detail ? <span className={classes['detail']}>{detail}</span> : null}
        {paper ? <span className={classes['detail']}>{paperText(paper)}</span> : null}
      </span>
      <span>
        {acts ? (
          <Link to={`/cases/${caseId}`} className={classes['case'] ?? ''}>
            {caseTitle}
          </Link>
        ) : (
          caseTitle
        )}
        <span className={classes['detail']}>{numberText(kindLabel, caseNumber)}</span>
      </span>
      {withOffice ? <span className="muted">{office}</span> : null}
    </li>
  );
}

/** 《通知》，主送友谊医院等2家，2页 */
const paperText = ({ name, forWhom, pages }: NonNullable<TodoLine['paper']>): string =>
  [`《${name}》`, forWhom ? `主送${forWhom}` : '', pages ? `${pages}页` : ''].filter(Boolean).join('，');
