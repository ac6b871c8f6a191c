import { Lateness } from '../../lateness/lateness.tsx';
import type { BoardView } from '../../api/bureau-types.ts';
import type { BoardPair } from './board-filter.ts';
import classes from './board.module.css';

interface StageProps {
  pair: BoardPair;
  stages: BoardView['stages'];
  inline?: boolean;
}

/** Where the pair stands, as a word and as a step of so many, with its lateness. */
export function StageCell({ pair, stages, inline }: StageProps) {
  const at = stages.findIndex((stage) => stage.code === pair.stage) + 1;
  return (
    <>
      <span>
        {pair.stageLabel}{' '}
        <span className={classes['none']}>
          {at}/{stages.length}
        </span>
      </span>
      {inline ? null : <br />}
      <Lateness value={pair.lateness} />
    </>
  );
}

/** One cell, one state: shape and word, so that it reads in black and white too. */
export function AreaCell({ state }: { state: BoardPair['areas'][string] | undefined }) {
  if (!state || state.total === 0) return <span className={classes['none']}>未列</span>;
  const figures = `${state.done}/${state.total}`;
  if (state.late > 0)
    return (
      <span className={classes['late']}>
        {figures} ■ 逾期{state.late}
      </span>
    );
  if (state.done === state.total) return <span className={classes['done']}>{figures} ✓ 完成</span>;
  return <span>{figures}</span>;
}

/** Open problems, and how many of them are late. */
export function ProblemCell({ problems: { open, late } }: { problems: BoardPair['problems'] }) {
  if (open === 0) return <span className={classes['none']}>无</span>;
  return (
    <>
      <span className={classes['level']}>{open}个</span>
      {late > 0 ? <span className={classes['late']}>■ 逾期{late}</span> : null}
    </>
  );
}

const weeklies = { normal: '● 正常', soon: '▲ 临期', overdue: '■ 欠报', none: '不需' } as const;
const styles = { normal: 'normal', soon: 'soon', overdue: 'late', none: 'none' } as const;

export function WeeklyCell({ weekly }: { weekly: BoardPair['weekly'] }) {
  return <span className={classes[styles[weekly]]}>{weeklies[weekly]}</span>;
}
