import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { isPassing } from '../../api/problem.ts';
import type { WorkloadPlan, WorkloadPreview, WorkloadView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { newKey } from '../../api/sent-once.ts';
import { dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Asked } from '../../states/asked.tsx';
import { Failed } from '../../states/failed.tsx';
import classes from './handover.module.css';
import { previewQuery } from './handover-query.ts';

interface Props {
  workload: WorkloadView;
  plan: WorkloadPlan;
  own: boolean;
}

export function Preview({ workload, plan, own }: Props) {
  const query = useQuery(previewQuery(workload.person.id, plan));
  return (
    <section className={classes['part']} aria-labelledby="preview">
      <h2 id="preview">三、核对后开始</h2>
      {plan.to.length === 0 ? (
        <p className="muted">
          选好接办人后，这里逐项列出移交给谁；不能移交的，说明原因。开始以前什么都不会变。
        </p>
      ) : (
        <Asked query={query} what="核对移交" rows={6}>
          {(preview) => <Checked workload={workload} plan={plan} preview={preview} own={own} />}
        </Asked>
      )}
    </section>
  );
}

type Item = WorkloadPreview['items'][number];

function Checked({ workload, plan, preview, own }: Props & { preview: WorkloadPreview }) {
  const today = useToday();
  const { items, shares } = preview;
  const moved = items.filter(({ why }) => why === null);
  const left = items.length - moved.length;
  const told = shares.filter(({ count }) => count > 0).map(({ name, count }) => `${name}${count}项`);
  return (
    <>
      <p className={classes['sum']} role="status">
        {moved.length > 0
          ? `将移交${moved.length}项：${told.join('、')}。`
          : '按现在的选择，没有可以移交的事项。'}
        {left > 0 ? <span className={classes['left']}>{`${left}项不能移交，原因见各行。`}</span> : null}
      </p>
      <WideTable<Item>
        width={900}
        rowKey={({ caseId, key }) => `${caseId}/${key}`}
        dataSource={[...items].sort((one, other) => Number(other.why !== null) - Number(one.why !== null))}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          { title: '待办', render: (_, { what, approval }) => (approval ? `${what}（审批）` : what) },
          {
            title: '案件',
            render: (_, { caseTitle, caseNumber }) => (
              <>
                {caseTitle} <span className={classes['number']}>{caseNumber}</span>
              </>
            ),
          },
          {
            title: '期限',
            width: 190,
            render: (_, { due, late }) =>
              due ? <span className={late ? classes['late'] : ''}>{dayText(due, today)}</span> : '—',
          },
          {
            title: '移交给',
            width: 260,
            render: (_, { to, why }) =>
              why === null ? to?.name : <span className={classes['left']}>{`不能移交：${why}`}</span>,
          },
        ]}
      />
      {moved.length > 0 ? <Start workload={workload} plan={plan} count={moved.length} own={own} /> : null}
    </>
  );
}

function Start({ workload, plan, count, own }: Props & { count: number }) {
  const [id] = useState(() => newKey());
  const navigate = useNavigate();
  const cache = useQueryClient();
  const order = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      ask(
        api.POST('/api/people/{id}/workload/handovers', {
          params: { path: { id: workload.person.id } },
          body: { id, reason, ...plan },
        }),
      ),
    retry: (tries, error) => isPassing(error) && tries < 3,
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ['workload'] });
      void navigate(`/handovers/${id}`);
    },
  });
  return (
    <Form<{ reason: string }>
      layout="vertical"
      requiredMark={false}
      className={classes['plan'] ?? ''}
      onFinish={order.mutate}
    >
      <Form.Item
        name="reason"
        label="移交原因"
        extra="记入每一个案件的办理过程。"
        rules={[{ required: true, whitespace: true, message: '请填写移交原因。' }]}
      >
        <Input maxLength={200} placeholder="如：调往医政处" />
      </Form.Item>
      <ul className={classes['facts']}>
        <li>移交在后台逐项进行，可以关闭本页；随时可以暂停、继续。</li>
        <li>每一项都由接办人收到消息，期限不变；办理过程记明由谁移交给谁。</li>
        <li>
          {own
            ? '没有人动过的事项可以撤回，由处室负责人、领导（医院为主要负责人）办理。'
            : '接办人还没有办理、也没有再转出的事项，可以撤回给原承办人。'}
        </li>
      </ul>
      {order.error ? <Failed error={order.error} what="开始移交" narrow /> : null}
      <Button type="primary" htmlType="submit" size="large" loading={order.isPending}>
        {`开始移交${count}项`}
      </Button>
    </Form>
  );
}
