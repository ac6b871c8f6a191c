import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { LogEntry } from '../../api/bureau-types.ts';
import { clockText, dayOf } from '../../days/day-text.ts';
import { useMedia } from '../../lists/use-media.ts';
import { EmptyState } from '../../states/empty-state.tsx';

const timeText = (at: string): string => `${dayOf(at)} ${clockText(at)}`;

interface Props {
  lines: LogEntry[];
  onPerson: (id: string) => void;
}

function Person({
  line: { personId, personName, login },
  onPerson,
}: { line: LogEntry } & Pick<Props, 'onPerson'>) {
  if (!personId) return login ?? '—';
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0 }}
      title="只看此人"
      onClick={() => onPerson(personId)}
    >
      {personName ?? login}
    </Button>
  );
}

/** Empty where it would only repeat what the line is about. */
const detailOf = ({ kindLabel, detail }: LogEntry): string => (detail === kindLabel ? '' : detail);

const wide = (onPerson: Props['onPerson']): TableColumnsType<LogEntry> => [
  { title: '时间', dataIndex: 'at', width: 150, render: timeText },
  {
    title: '人员',
    width: 230,
    render: (_, line) => (
      <>
        <Person line={line} onPerson={onPerson} />
        {line.orgName ? <div className="muted">{line.orgName}</div> : null}
      </>
    ),
  },
  {
    title: '事项和内容',
    render: (_, line) => (
      <>
        <b>{line.kindLabel}</b> {detailOf(line)}
      </>
    ),
  },
  { title: '来源地址', dataIndex: 'ip', width: 130, render: (ip: string | null) => ip ?? '—' },
];

const narrow = (onPerson: Props['onPerson']): TableColumnsType<LogEntry> => [
  {
    title: '时间、事项、人员和内容',
    render: (_, line) => (
      <>
        {timeText(line.at)} <b>{line.kindLabel}</b> <Person line={line} onPerson={onPerson} />
        <br />
        {[line.orgName, detailOf(line), line.ip].filter(Boolean).join('，')}
      </>
    ),
  },
];

export function LogLines({ lines, onPerson }: Props) {
  const small = useMedia('(max-width: 767px)');
  if (lines.length === 0)
    return (
      <EmptyState
        title="没有符合条件的日志"
        text="登录、越权、权限变更、查看受保护信息和导出都会记在这里，不能修改和删除。"
      />
    );
  return (
    <Table<LogEntry>
      size="small"
      rowKey="id"
      columns={small ? narrow(onPerson) : wide(onPerson)}
      dataSource={lines}
      pagination={false}
      scroll={small ? {} : { x: 760 }}
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
