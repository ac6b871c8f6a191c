import { Button, Segmented } from 'antd';
import type { TableColumnType } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import type { CaseLine } from '../../api/types.ts';
import { dayOf, dayText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';

/** Before its signing a campaign has no members. */
const withBoard = new Set(['opening', 'running', 'closed']);

export default function CampaignsPage() {
  const [address, setAddress] = useSearchParams();
  const status = (['open', 'closed', 'all'] as const).find((one) => one === address.get('status')) ?? 'open';
  const mayLaunch = useHoldsOneOf(['inspector']);
  const found = useInfiniteQuery({
    queryKey: ['cases', 'campaign', status],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { kind: 'campaign', status, ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/cases', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
    ...live,
  });
  const launch = mayLaunch ? (
    <Link to="/campaigns/new">
      <Button type="primary" tabIndex={-1}>
        发起结对批次
      </Button>
    </Link>
  ) : null;
  const lines = found.data?.pages.flatMap((page) => page.items);
  return (
    <PageBody>
      <PageHead title="批次" actions={launch} />
      <Segmented
        aria-label="显示哪些批次"
        value={status}
        onChange={(next) => setAddress(next === 'open' ? {} : { status: next }, { replace: true })}
        options={[
          { value: 'open', label: '办理中' },
          { value: 'closed', label: '已办结' },
          { value: 'all', label: '全部' },
        ]}
        style={{ marginBottom: 12 }}
      />
      {lines ? (
        <Campaigns lines={lines} action={launch} />
      ) : found.error ? (
        <Failed error={found.error} what="读取批次" retry={() => void found.refetch()} />
      ) : (
        <Loading />
      )}
      {found.hasNextPage ? (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          显示更多
        </Button>
      ) : null}
    </PageBody>
  );
}

function Campaigns({ lines, action }: { lines: CaseLine[]; action: React.ReactNode }) {
  const today = useToday();
  const address = ({ id, stage }: CaseLine) =>
    withBoard.has(stage) ? `/campaigns/${id}/board` : `/cases/${id}`;
  if (lines.length === 0)
    return (
      <EmptyState
        title="没有这样的批次"
        text="经办人填写批次、核对名单并报请签发，领导签发后各对结对同时立项，进展在这里一览。"
        action={action}
      />
    );
  const columns: TableColumnType<CaseLine>[] = [
    { title: '批次', render: (_, line) => <Link to={address(line)}>{line.title}</Link> },
    { title: '编号', dataIndex: 'number', width: 160 },
    { title: '阶段', dataIndex: 'stageLabel', width: 110 },
    { title: '期限状态', width: 100, render: (_, { lateness }) => <Lateness value={lateness} /> },
    {
      title: '下一期限',
      width: 150,
      render: (_, { nextDue }) => (nextDue ? dayText(nextDue, today) : '—'),
    },
    { title: '发起', width: 130, render: (_, { openedAt }) => dayText(dayOf(openedAt), today) },
    { title: '批次本身', width: 100, render: (_, { id }) => <Link to={`/cases/${id}`}>查看经过</Link> },
  ];
  return (
    <WideTable<CaseLine> width={860} rowKey="id" columns={columns} dataSource={lines} pagination={false} />
  );
}
