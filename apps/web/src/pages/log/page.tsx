import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { LogEntry } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useToday } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { exportLog, mostLines, save, timeText } from './log-export.ts';
import { readLogFilter, writeLogFilter } from './log-filter.ts';
import type { LogFilter } from './log-filter.ts';
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
      <PageHead title="日志" actions={<Export filter={filter} />} />
      <LogTools filter={filter} person={person} onFilter={onFilter} />
      {log.data ? (
        <Lines lines={lines} onPerson={(personId) => onFilter({ ...filter, personId })} />
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

function Lines({ lines, onPerson }: { lines: LogEntry[]; onPerson: (id: string) => void }) {
  if (lines.length === 0)
    return (
      <EmptyState
        title="没有符合条件的日志"
        text="登录、越权、权限变更、查看受保护信息和导出都会记在这里，不能修改和删除。"
      />
    );
  const columns: TableColumnsType<LogEntry> = [
    { title: '时间', dataIndex: 'at', width: 150, render: timeText },
    { title: '事项', dataIndex: 'kindLabel', width: 120 },
    {
      title: '人员',
      width: 150,
      render: (_, { personId, personName, login }) =>
        personId ? (
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            onClick={() => onPerson(personId)}
            title="只看此人"
          >
            {personName ?? login}
          </Button>
        ) : (
          (login ?? '—')
        ),
    },
    { title: '机构', dataIndex: 'orgName', width: 220, render: (name: string | null) => name ?? '—' },
    { title: '内容', dataIndex: 'detail' },
    { title: '来源地址', dataIndex: 'ip', width: 130, render: (ip: string | null) => ip ?? '—' },
  ];
  return (
    <Table<LogEntry>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={lines}
      pagination={false}
      scroll={{ x: 960 }}
      expandable={{
        columnTitle: <span className="for-readers">详情</span>,
        expandedRowRender: ({ requestId, subject, subjectId }) => (
          <span className="muted">
            请求编号：{requestId ?? '—'}；对象：{subject ? `${subject} ${subjectId ?? ''}` : '—'}
          </span>
        ),
      }}
    />
  );
}

function Export({ filter }: { filter: LogFilter }) {
  const today = useToday();
  const [lines, setLines] = useState(0);
  const run = useMutation({
    mutationFn: () => exportLog(filter, setLines),
    onSuccess: (blob) => save(blob, `日志-${today}.csv`),
  });
  return (
    <>
      {run.isError && <span role="alert">导出没有完成：{sentenceOf(run.error)}</span>}
      {run.isSuccess && (
        <span role="status" style={{ alignSelf: 'center' }}>
          已导出 {lines} 行{lines >= mostLines ? `（一次最多${mostLines}行，请缩小日期范围再导其余）` : ''}
        </span>
      )}
      <Button loading={run.isPending} onClick={() => run.mutate()}>
        {run.isPending ? `已读取 ${lines} 行` : '导出当前筛选结果'}
      </Button>
    </>
  );
}
