import { Link } from 'react-router';
import type { PairingBody } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayText, leftText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import { usePointed } from '../../lists/pointed.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

type Problem = PairingBody['problems'][number];

/** Each problem with the line of the ledger in which it is solved; open ones first, the most urgent on top. */
export function Problems({ body: { problems } }: { body: PairingBody }) {
  const pointed = usePointed();
  if (problems.length === 0)
    return (
      <Nothing
        what="问题"
        how="任何一方遇到需要协调的问题时，用“提出问题”登记；由谁解决，谁就收到一条台账事项。"
      />
    );
  const place = ({ endLabel, line, raisedOn }: Problem) => `${endLabel ? 1 : 0}${line?.due ?? raisedOn}`;
  return (
    <ul className={classes['problems']} aria-label="问题">
      {[...problems]
        .sort((one, other) => place(one).localeCompare(place(other)))
        .map((problem) => (
          <li key={problem.id} {...pointed(problem.id)}>
            <Line problem={problem} />
            <p>{problem.problem}</p>
            <p className={classes['note']}>
              {problem.areaLabel}，由{problem.solver}解决
              <Raised on={problem.raisedOn} />
            </p>
          </li>
        ))}
    </ul>
  );
}

function Raised({ on }: { on: string }) {
  return `，${dateText(on, useToday())}提出`;
}

/** How far it is, by when, and the way there. */
function Line({ problem: { endLabel, line } }: { problem: Problem }) {
  const today = useToday();
  if (!line) return <p className={classes['line']}>{endLabel ?? '台账事项正在立项'}</p>;
  const late = line.lateness === 'overdue';
  return (
    <p className={classes['line']}>
      <Lateness value={line.lateness} />
      <b>{line.stageLabel}</b>
      {endLabel ? null : (
        <span>
          期限{dayText(line.due, today)}
          <span className={late ? 'late' : 'muted'}> {leftText(line, today)}</span>
        </span>
      )}
      <Link to={`/cases/${line.caseId}`}>{line.number}</Link>
    </p>
  );
}
