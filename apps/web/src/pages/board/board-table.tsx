import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { BoardView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { isPlainClick } from '../../lists/plain-click.ts';
import { useTypeSize } from '../../theme/type-size.ts';
import { AreaCell, ProblemCell, StageCell, WeeklyCell } from './board-cells.tsx';
import type { BoardPair } from './board-filter.ts';
import { useWindow } from './use-window.ts';
import { waitingText } from './waiting-text.ts';
import classes from './board.module.css';

interface Props {
  board: BoardView;
  pairs: BoardPair[];
}

/** Up and down go from pair to pair, as in every list. */
function step(event: KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}

function Row({ pair, board, index }: { pair: BoardPair; board: BoardView; index: number }) {
  const navigate = useNavigate();
  const today = useToday();
  const address = `/cases/${pair.caseId}`;
  return (
    <tr aria-rowindex={index} onClick={(event) => isPlainClick(event) && void navigate(address)}>
      <th scope="row">
        <Link to={address} title={`${pair.number}：${pair.pilot}帮带${pair.assisted}`}>
          {pair.assisted}
        </Link>
        <small>由{pair.pilot}帮带</small>
      </th>
      <td>
        <StageCell pair={pair} stages={board.stages} />
      </td>
      <td>
        {pair.nextDue ? dayText(pair.nextDue, today) : '—'}
        <small title={pair.waitingFor ?? undefined}>{waitingText(pair)}</small>
      </td>
      <td>
        <ProblemCell problems={pair.problems} />
      </td>
      <td>
        <WeeklyCell weekly={pair.weekly} />
      </td>
      {board.areas.map((area) => (
        <td key={area.code}>
          <AreaCell state={pair.areas[area.code]} />
        </td>
      ))}
    </tr>
  );
}

/** Pairs × stages × work areas with frozen head and first column; a click opens the pair. */
export function BoardTable({ board, pairs }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Pixels, as in the style sheet: the window of rows counts on it.
  const rowHeight = useTypeSize() === 'large' ? 60 : 48;
  const { from, to } = useWindow(box, pairs.length, rowHeight);
  const heads = ['结对', '阶段', '下一期限', '问题', '周报', ...board.areas.map((area) => area.label)];
  return (
    <div className={classes['box']} ref={box} role="region" aria-label="结对进展一览" tabIndex={0}>
      <table className={classes['board']} aria-rowcount={pairs.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={step}>
          <Spacer height={from * rowHeight} columns={heads.length} />
          {pairs.slice(from, to).map((pair, at) => (
            <Row key={pair.caseId} pair={pair} board={board} index={from + at + 2} />
          ))}
          <Spacer height={(pairs.length - to) * rowHeight} columns={heads.length} />
        </tbody>
      </table>
    </div>
  );
}
