import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Webhook } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { EmptyState } from '../../states/empty-state.tsx';
import classes from '../orgs/master-detail.module.css';

const states: Record<Webhook['state'], string> = {
  active: '● 正常',
  failing: '▲ 送不到，自动重试中',
  paused: '◌ 已暂停',
  stopped: '■ 已停止',
};

export function stateText({ state, since }: Webhook, today: string): string {
  return since ? `${states[state]}（${instantText(since, today)}起）` : states[state];
}

export function WebhookList({ items, open }: { items: Webhook[]; open: string | null }) {
  const today = useToday();
  if (items.length === 0)
    return (
      <EmptyState
        title="还没有推送给其他系统"
        text="点“新建推送”，填上对方系统的接收网址，选要推送的消息。对方怎样接收和验证，见随软件的说明 docs/change/webhooks.md。"
      />
    );
  const columns: TableColumnsType<Webhook> = [
    { title: '名称', render: (_, hook) => <Link to={`?open=${hook.id}`}>{hook.name}</Link> },
    {
      title: '状态',
      render: (_, hook) => (
        <span className={hook.state === 'stopped' || hook.state === 'failing' ? 'late' : undefined}>
          {stateText(hook, today)}
        </span>
      ),
    },
    {
      title: '待推送',
      align: 'right',
      responsive: ['md'],
      render: (_, { waiting }) => (waiting >= 1000 ? '1000+' : waiting),
    },
  ];
  return (
    <Table<Webhook>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={items}
      pagination={false}
      rowClassName={({ id }) => (id === open ? (classes['chosen'] ?? '') : '')}
    />
  );
}
