import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useCallback } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { sentenceOf } from '../../api/problem.ts';
import { useHoldsOneOf } from '../../api/session.ts';
import { takeFile } from '../../api/take-file.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { More } from '../../lists/more.tsx';
import { SavedViews } from '../../lists/saved-views.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { Colours } from './colours.tsx';
import { Filters } from './filters.tsx';
import { Lines } from './lines.tsx';
import { filterOf, ledgerQuery } from './ledger-query.ts';
import type { LedgerFilter } from './ledger-query.ts';

/** 台账: every commitment that the reader may see, how each stands, and how many of each colour there are. */
export default function LedgerPage() {
  const [params] = useSearchParams();
  const filter = filterOf(params);
  const launches = useHoldsOneOf(['inspector', 'section-head']);
  const navigate = useNavigate();
  const query = useInfiniteQuery(ledgerQuery(filter));
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <PageBody>
      <PageHead
        title="台账"
        actions={
          <>
            <Export filter={filter} />
            {launches ? (
              <Button type="primary" onClick={() => void navigate('/ledger/new')}>
                下达台账事项
              </Button>
            ) : null}
          </>
        }
      />
      <Colours counts={query.data?.counts} chosen={filter.colour} />
      <Filters />
      <SavedViews page="ledger" filter={filter} />
      <Asked query={query} what="读取台账" rows={12}>
        {({ lines }) =>
          lines.length > 0 ? (
            <>
              <Lines lines={lines} />
              <More
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                more={more}
                count={lines.length}
              />
            </>
          ) : (
            <Nothing filtered={Object.keys(filter).length > 0} launches={launches} />
          )
        }
      </Asked>
    </PageBody>
  );
}

function Nothing({ filtered, launches }: { filtered: boolean; launches: boolean }) {
  return filtered ? (
    <EmptyState
      title="没有符合条件的台账事项"
      text="可以放宽筛选，或换一种颜色。"
      action={<Link to="/ledger">清除筛选</Link>}
    />
  ) : (
    <EmptyState
      title="还没有台账事项"
      text="检查发现的问题、需要限期办理的事项下达以后列在这里，办完由另一人销号。"
      action={launches ? <Link to="/ledger/new">下达台账事项</Link> : null}
    />
  );
}

const endings = { xlsx: 'Excel表格', csv: 'CSV文本' };

function Export({ filter }: { filter: LedgerFilter }) {
  const { message } = App.useApp();
  const taking = useMutation({
    mutationFn: (ending: string) => {
      const asked = new URLSearchParams(filter as Record<string, string>).toString();
      return takeFile(`/api/commitments.${ending}?${asked}`, `台账.${ending}`);
    },
    onError: (error) => void message.error(`没有导出：${sentenceOf(error)}`),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: Object.entries(endings).map(([key, label]) => ({ key, label })),
        onClick: ({ key }) => taking.mutate(key),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={taking.isPending} title="按现在的筛选导出，记入日志">
        导出
      </Button>
    </Dropdown>
  );
}
