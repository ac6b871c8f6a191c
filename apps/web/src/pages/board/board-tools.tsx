import { Input, Segmented } from 'antd';
import type { BoardView } from '../../api/bureau-types.ts';
import { isLate, problemCount } from './board-filter.ts';
import type { BoardFilter } from './board-filter.ts';
import classes from './board.module.css';

interface Props {
  board: BoardView;
  filter: BoardFilter;
  shown: number;
  onFilter: (filter: BoardFilter) => void;
}

/** Pairs in each stage; a press shows only those. */
export function StageStrip({ board, filter, onFilter }: Omit<Props, 'shown'>) {
  const { stage: chosen, ...rest } = filter;
  return (
    <div className={`${classes['stages']} no-print`} role="group" aria-label="按阶段筛选">
      {board.stages.map((stage, at) => {
        const count = board.pairs.filter((pair) => pair.stage === stage.code).length;
        const pressed = chosen === stage.code;
        return (
          <button
            type="button"
            key={stage.code}
            aria-pressed={pressed}
            disabled={count === 0 && !pressed}
            onClick={() => onFilter(pressed ? rest : { ...rest, stage: stage.code })}
          >
            {at + 1} {stage.label} {count}
          </button>
        );
      })}
    </div>
  );
}

export function BoardTools({ board, filter, shown, onFilter }: Props) {
  const { pairs } = board;
  const count = (label: string, number: number) => `${label} ${number}`;
  const problems = pairs.filter((pair) => problemCount(pair) > 0).length;
  const weekly = pairs.filter((pair) => pair.weekly === 'overdue').length;
  return (
    <div className={`${classes['tools']} no-print`}>
      <Segmented<BoardFilter['show']>
        aria-label="筛选"
        value={filter.show}
        onChange={(show) => onFilter({ ...filter, show })}
        options={[
          { value: 'all', label: count('全部', pairs.length) },
          { value: 'late', label: count('■ 有逾期', pairs.filter(isLate).length) },
          { value: 'problem', label: count('有问题', problems) },
          { value: 'weekly', label: count('欠周报', weekly) },
        ]}
      />
      <Input.Search
        allowClear
        placeholder="医院或编号"
        aria-label="按医院或编号查找"
        style={{ width: 200 }}
        defaultValue={filter.q}
        onSearch={(q) => onFilter({ ...filter, q: q.trim() })}
      />
      {shown < pairs.length && (
        <span className="muted">
          显示{shown}对，共{pairs.length}对
        </span>
      )}
    </div>
  );
}
