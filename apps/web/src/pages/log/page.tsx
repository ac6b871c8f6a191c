import { Button } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { ExportLog } from './export-log.tsx';
import { readLogFilter, writeLogFilter } from './log-filter.ts';
import type { LogFilter } from './log-filter.ts';
import { LogLines } from './log-lines.tsx';
import { LogTools } from './log-tools.tsx';
import classes from './log.module.css';

export default function LogPage() {
  const [address, setAddress] = useSearchParams();
  const filter = readLogFilter(address);
  const log = useInfiniteQuery({
    queryKey: ['log', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/log', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const lines = log.data?.pages.flatMap((page) => page.items) ?? [];
  const onFilter = (next: LogFilter) => setAddress(writeLogFilter(next), { replace: true });
  const person = lines.find((line) => line.personId === filter.personId)?.personName ?? undefined;
  return (
    <PageBody>
      <PageHead title="日志" actions={<ExportLog filter={filter} />} />
      <LogTools filter={filter} person={person} onFilter={onFilter} />
      {log.data ? (
        <LogLines lines={lines} onPerson={(personId) => onFilter({ ...filter, personId })} />
      ) : log.error ? (
        <Failed error={log.error} what="读取日志" retry={() => void log.refetch()} />
      ) : (
        <Loading rows={10} />
      )}
      {log.hasNextPage && (
        <div className={classes['more']}>
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            显示更早的日志
          </Button>
        </div>
      )}
    </PageBody>
  );
}
