import { Link } from 'react-router';
import type { BoardView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { moveBetweenRows } from '../../lists/row-keys.ts';
import { AreaCell, ProblemCell, StageCell, WeeklyCell } from './board-cells.tsx';
import type { BoardPair } from './board-filter.ts';
import { waitingText } from './waiting-text.ts';
import classes from './board-cards.module.css';

interface Props {
  board: BoardView;
  pairs: BoardPair[];
}

/** The board on a phone: one pair below the other; of the work areas those that are late. */
export function BoardCards({ board, pairs }: Props) {
  return (
    <ul className={classes['cards']} aria-label="结对进展一览" onKeyDown={moveBetweenRows}>
      {pairs.map((pair) => (
        <Card key={pair.caseId} pair={pair} board={board} />
      ))}
    </ul>
  );
}

function Card({ pair, board }: { pair: BoardPair; board: BoardView }) {
  const today = useToday();
  const { caseId, assisted, pilot, nextDue, problems, weekly, areas } = pair;
  const late = board.areas.filter(({ code }) => (areas[code]?.late ?? 0) > 0);
  return (
    <li>
      <Link to={`/cases/${caseId}`} data-row className={classes['link'] ?? ''}>
        {assisted}
      </Link>
      <p className="muted">由{pilot}帮带</p>
      <p className={classes['line']}>
        <StageCell pair={pair} stages={board.stages} inline />
        {problems.open > 0 ? (
          <span>
            问题：
            <ProblemCell problems={problems} />
          </span>
        ) : null}
        {weekly === 'overdue' ? (
          <span>
            周报：
            <WeeklyCell weekly={weekly} />
          </span>
        ) : null}
      </p>
      {nextDue ? (
        <p className={classes['line']}>
          <span>{dayText(nextDue, today)}</span>
          <span className="muted">{waitingText(pair)}</span>
        </p>
      ) : null}
      {late.map(({ code, label }) => (
        <p key={code}>
          {label}：<AreaCell state={areas[code]} />
        </p>
      ))}
    </li>
  );
}
