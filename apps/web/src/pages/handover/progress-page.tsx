import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import type { HandoverView } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { Asked } from '../../states/asked.tsx';
import { Failed } from '../../states/failed.tsx';
import classes from './handover.module.css';
import { handoverQuery } from './handover-query.ts';

export default function HandoverProgressPage() {
  const { id = '' } = useParams();
  const query = useQuery(handoverQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取移交进展" whole>
        {(view) => <Shown view={view} />}
      </Asked>
    </PageBody>
  );
}

type Item = HandoverView['items'][number];

function Shown({ view }: { view: HandoverView }) {
  const today = useToday();
  const { from, by, at, reason, items, why } = view;
  return (
    <>
      <PageHead
        title={`${from.name}的工作移交：${view.statusLabel}`}
        trail={[{ label: '工作移交', to: `/people/${from.id}/handover` }, { label: '进展' }]}
        facts={
          <>
            <span>{`${instantText(at, today)}由${by}下达`}</span>
            <span>{`原因：${reason}`}</span>
          </>
        }
      />
      <How view={view} />
      {why ? <p className={classes['left']}>{why}</p> : null}
      <Acts view={view} />
      <WideTable<Item>
        width={820}
        rowKey={(row) => items.indexOf(row)}
        dataSource={items}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          { title: '待办', dataIndex: 'what' },
          {
            title: '案件',
            render: (_, { caseId, caseTitle, caseNumber }) => (
              <>
                <Link to={`/cases/${caseId}`} className="text-link">
                  {caseTitle}
                </Link>{' '}
                <span className={classes['number']}>{caseNumber}</span>
              </>
            ),
          },
          { title: '接办人', dataIndex: 'to', width: 110 },
          {
            title: '结果',
            width: 280,
            render: (_, row) => (
              <span className={row.why ? classes['left'] : undefined}>
                {row.why ? `${row.statusLabel}：${row.why}` : row.statusLabel}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

/** Forth: of what was to be moved. Back: of what had been moved. */
function How({ view: { direction, counts, status } }: { view: HandoverView }) {
  const back = direction === 'back';
  const done = back ? counts.returned + counts.kept : counts.done + counts.refused;
  const total = done + (back ? counts.done : counts.waiting);
  const told = back
    ? [`已退回${counts.returned}项`, counts.kept > 0 ? `不再退回${counts.kept}项` : '']
    : [`已移交${counts.done}项`, counts.refused > 0 ? `没有移交${counts.refused}项` : ''];
  const rest = back ? counts.done : counts.waiting;
  const sentence = [...told, rest > 0 ? `还有${rest}项` : ''].filter((part) => part !== '').join('，');
  return (
    <div className={classes['how']} role="status">
      <Progress
        percent={total === 0 ? 100 : Math.floor((done / total) * 100)}
        status={status === 'running' ? 'active' : 'normal'}
        format={() => `${done}/${total}`}
        aria-label="移交进度"
      />
      <p>{`${sentence}。`}</p>
    </div>
  );
}

function Acts({ view: { id, mayPause, mayResume, mayUndo } }: { view: HandoverView }) {
  const cache = useQueryClient();
  const params = { path: { id } };
  const act = useMutation({
    mutationFn: (verb: 'pause' | 'resume' | 'undo') => {
      if (verb === 'pause') return ask(api.POST('/api/workload-handovers/{id}/pause', { params }));
      if (verb === 'resume') return ask(api.POST('/api/workload-handovers/{id}/resume', { params }));
      return ask(api.POST('/api/workload-handovers/{id}/undo', { params }));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['handover', id] }),
  });
  return (
    <>
      <div className={classes['acts']}>
        {mayPause ? <Button onClick={() => act.mutate('pause')}>暂停</Button> : null}
        {mayResume ? (
          <Button type="primary" onClick={() => act.mutate('resume')}>
            继续
          </Button>
        ) : null}
        {mayUndo ? (
          <Popconfirm
            title="撤回这次移交"
            description="接办人还没有办理、也没有再转出的事项，逐项退回原承办人；还没有移交的不再移交。"
            okText="撤回移交"
            cancelText="先不撤回"
            onConfirm={() => act.mutate('undo')}
          >
            <Button danger>撤回移交</Button>
          </Popconfirm>
        ) : null}
      </div>
      {act.error ? <Failed error={act.error} what="办理" narrow /> : null}
    </>
  );
}
