import { Button, Progress } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { BoardView } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { useMedia } from '../../lists/use-media.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { filtered, readFilter, writeFilter } from './board-filter.ts';
import { BoardCards } from './board-cards.tsx';
import { BoardTable } from './board-table.tsx';
import { BoardTools, StageStrip } from './board-tools.tsx';
import classes from './board.module.css';

export default function BoardPage() {
  const { id = '' } = useParams();
  const board = useQuery({
    queryKey: ['board', id],
    queryFn: ({ signal }) => ask(api.GET('/api/campaigns/{id}/board', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isOpening(state.data) ? 1_500 : live.refetchInterval),
  });
  return (
    <PageBody>
      <Asked query={board} what="读取结对一览" rows={12} whole>
        {(data) => <Board board={data} />}
      </Asked>
    </PageBody>
  );
}

const isOpening = (board: BoardView | undefined): boolean =>
  board !== undefined && board.campaign.stage === 'opening' && board.campaign.opened < board.campaign.rows;

function Board({ board }: { board: BoardView }) {
  const [address, setAddress] = useSearchParams();
  const today = useToday();
  const small = useMedia('(max-width: 767px)');
  const filter = readFilter(address);
  const pairs = filtered(board.pairs, filter);
  const { campaign, totals } = board;
  const tools = {
    board,
    filter,
    onFilter: (next: typeof filter) => setAddress(writeFilter(next), { replace: true }),
  };
  return (
    <div className={classes['sheet']}>
      <PageHead
        trail={[
          { label: '批次', to: '/campaigns' },
          { label: campaign.number, to: `/cases/${campaign.id}` },
          { label: '结对一览' },
        ]}
        title={campaign.title}
        facts={
          <>
            <span>{campaign.stageLabel}</span>
            <span>共{totals.pairs}对</span>
            {totals.late > 0 ? (
              <span className={classes['late']}>■ 逾期{totals.late}对</span>
            ) : (
              <span>没有逾期</span>
            )}
            <span>未解决的问题{totals.problems}个</span>
            <span>已结束{totals.ended}对</span>
            <span>截至{dayText(today, today)}</span>
          </>
        }
        actions={
          small ? null : (
            <Button className="no-print" onClick={() => window.print()}>
              打印（A3）
            </Button>
          )
        }
      />
      {isOpening(board) && <Opening campaign={campaign} />}
      {board.pairs.length === 0 ? (
        <EmptyState
          title="还没有立项的结对"
          text={
            isOpening(board)
              ? '立好一对，这里出现一对。'
              : `领导签发结对通知后，${campaign.rows}对结对在这里逐一出现。`
          }
          action={<Link to={`/cases/${campaign.id}`}>查看批次办到哪一步</Link>}
        />
      ) : (
        <>
          <BoardTools {...tools} shown={pairs.length} />
          <StageStrip {...tools} />
          {pairs.length === 0 ? (
            <EmptyState title="没有符合条件的结对" text="换一个筛选条件，或者选“全部”。" narrow />
          ) : small ? (
            <BoardCards board={board} pairs={pairs} />
          ) : (
            <BoardTable board={board} pairs={pairs} />
          )}
        </>
      )}
    </div>
  );
}

/** Long work shows progress with numbers and can be left. */
function Opening({ campaign }: { campaign: BoardView['campaign'] }) {
  const { opened, rows } = campaign;
  return (
    <div className={`${classes['opening']} no-print`} role="status">
      正在立项：已立{opened}对，共{rows}对。可以离开本页，立项会继续进行。
      <Progress aria-label="立项进度" percent={Math.floor((opened / Math.max(1, rows)) * 100)} size="small" />
    </div>
  );
}
