import { useInfiniteQuery } from '@tanstack/react-query';
import type { CalendarMoves } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { Figures, Preview } from '../../drafts/preview.tsx';
import { More } from '../../lists/more.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { movesQuery } from './queries.ts';
import classes from './calendar.module.css';

type Move = CalendarMoves['items'][number];
type StepRow = CalendarMoves['steps'][number];

/** How many open deadlines move, of which steps. */
export function Effect({ id, version }: { id: string; version: number }) {
  const query = useInfiniteQuery(movesQuery(id, version));
  return (
    <Preview heading="发布后在办期限的变动" query={query}>
      {({ moved, settled, cases, steps }) =>
        moved + settled === 0 ? (
          <p className="muted">没有在办期限会变动。</p>
        ) : (
          <>
            <Figures
              figures={[
                ['到期日变动', moved, '项'],
                ['由暂定转为确定', settled, '项'],
                ['涉及', cases, '件在办事项'],
              ]}
            />
            <Steps steps={steps} />
          </>
        )
      }
    </Preview>
  );
}

const days = (by: number) => `${Math.abs(by)}天`;

function Steps({ steps }: { steps: StepRow[] }) {
  return (
    <WideTable<StepRow>
      width={560}
      rowKey={({ kindLabel, stepLabel }) => `${kindLabel}${stepLabel}`}
      pagination={false}
      dataSource={steps}
      columns={[
        { title: '步骤', render: (_, { kindLabel, stepLabel }) => `${kindLabel}：${stepLabel}` },
        { title: '到期日变动', width: 120, render: (_, { moved }) => `${moved}项` },
        { title: '转为确定', width: 120, render: (_, { settled }) => `${settled}项` },
        {
          title: '最多',
          width: 140,
          render: (_, { mostDays }) =>
            mostDays === 0 ? '不变' : `${mostDays > 0 ? '推后' : '提前'}${days(mostDays)}`,
        },
      ]}
    />
  );
}

/** One by one, the worst first; last on the page, for there may be thousands. */
export function Moves({ id, version }: { id: string; version: number }) {
  const query = useInfiniteQuery(movesQuery(id, version));
  const moves = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (moves.length === 0) return null;
  return (
    <section className="section" aria-labelledby="moves">
      <h2 id="moves">逐项变动，变动大的在前</h2>
      <List
        moves={moves}
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        more={() => void query.fetchNextPage()}
      />
    </section>
  );
}

interface ListProps {
  moves: Move[];
  hasMore: boolean;
  loading: boolean;
  more: () => void;
}

function List({ moves, ...rest }: ListProps) {
  const today = useToday();
  return (
    <>
      <WideTable<Move>
        width={760}
        rowKey="todoId"
        pagination={false}
        dataSource={moves}
        columns={[
          { title: '事项', dataIndex: 'caseNumber', width: 180 },
          { title: '步骤', dataIndex: 'stepLabel' },
          { title: '现到期日', width: 170, render: (_, { from }) => dayText(from, today) },
          { title: '发布后', width: 170, render: (_, { to }) => dayText(to, today) },
          { title: '变动', width: 150, render: (_, move) => <Change move={move} /> },
        ]}
      />
      <More count={moves.length} {...rest} />
    </>
  );
}

function Change({ move: { byDays, settled } }: { move: Move }) {
  if (byDays === 0) return settled ? '转为确定' : '';
  return byDays > 0 ? (
    <span className={classes['later']}>推后{days(byDays)}</span>
  ) : (
    <span className={classes['earlier']}>▲ 提前{days(byDays)}</span>
  );
}
