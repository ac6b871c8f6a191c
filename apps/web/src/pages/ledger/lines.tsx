import { useState } from 'react';
import { Link } from 'react-router';
import type { CommitmentLine } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayOf, dayText, leftText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import { moveBetweenRows } from '../../lists/row-keys.ts';
import classes from './ledger.module.css';
import { LineHistory } from './line-history.tsx';

/** One line for each commitment; its history unfolds below it. */
export function Lines({ lines }: { lines: readonly CommitmentLine[] }) {
  const [unfolded, unfold] = useState<string>();
  return (
    <table className={classes['table']} onKeyDown={moveBetweenRows}>
      <caption className="for-readers">台账事项；上下键移动，回车打开</caption>
      <thead>
        <tr>
          <th scope="col">状态</th>
          <th scope="col">事项</th>
          <th scope="col">来源</th>
          <th scope="col">阶段</th>
          <th scope="col">完成期限</th>
          <th scope="col">进度</th>
          <th scope="col">最近办理</th>
        </tr>
      </thead>
      {lines.map((line) => (
        <Line
          key={line.caseId}
          line={line}
          open={unfolded === line.caseId}
          onToggle={() => unfold(unfolded === line.caseId ? undefined : line.caseId)}
        />
      ))}
    </table>
  );
}

interface LineProps {
  line: CommitmentLine;
  open: boolean;
  onToggle: () => void;
}

function Line({ line, open, onToggle }: LineProps) {
  const today = useToday();
  const { caseId, lateness, stageLabel, progress, last } = line;
  return (
    <tbody>
      <tr>
        <td>
          <Lateness value={lateness} />
        </td>
        <th scope="row">
          <Link to={`/cases/${caseId}`} data-row>
            {line.title}
          </Link>
          <div className="muted">{line.number}</div>
        </th>
        <td>{line.sourceLabel}</td>
        <td>{stageLabel}</td>
        <td>
          <span className="nowrap">{dayText(line.due, today)}</span>
          <div className={lateness === 'overdue' ? 'late' : 'muted'}>{leftText(line, today)}</div>
        </td>
        <td data-label="进度">{progress}%</td>
        <td>
          <button type="button" className={classes['last']} aria-expanded={open} onClick={onToggle}>
            {last.label === '立项' ? '下达' : last.label}{' '}
            <span className="muted">{dateText(dayOf(last.at), today)}</span>
          </button>
        </td>
      </tr>
      {open ? (
        <tr className={classes['history']}>
          <td colSpan={7}>
            <LineHistory caseId={caseId} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
