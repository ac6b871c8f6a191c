import { Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DayInput } from '../../act/day-input.tsx';
import type { Absence } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { sessionKey } from '../../api/query-client.ts';
import { Failed } from '../../states/failed.tsx';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from './absences.module.css';

/** Of one that runs only the last day is asked for. */
interface Values {
  from?: string;
  to: string;
  deputyId?: string;
  why: string;
}

interface Props {
  absence: Absence;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** Before it begins its days and its deputy; once it runs, its last day. */
export function ChangeForm({ absence, onDone, onCancel }: Props) {
  const cache = useQueryClient();
  const { id, person, deputy, from, to, posts, version } = absence;
  const planned = absence.status === 'planned';
  return (
    <AdminForm<Values>
      title={planned ? '修改这次请假' : '修改最后一天'}
      says={
        planned
          ? ['代理人会收到消息；原来的日期和代理人留在日志里。']
          : [
              `${deputy.name}已在代理，只能改最后一天，到那天过后自行终止。`,
              '要换人代理，请先提前结束，再重新登记。',
            ]
      }
      verb="保存修改"
      initial={{ from, to, deputyId: deputy.id }}
      send={(values) =>
        ask(
          api.PATCH('/api/absences/{id}', {
            params: { path: { id } },
            body: {
              version,
              to: values.to,
              from: values.from ?? from,
              deputyId: values.deputyId ?? deputy.id,
              why: values.why.trim(),
            },
          }),
        )
      }
      onDone={async () => {
        await cache.invalidateQueries({ queryKey: ['absences'] });
        await cache.invalidateQueries({ queryKey: sessionKey });
        onDone('✓ 已修改，代理人会收到消息。');
      }}
      onCancel={onCancel}
    >
      <div className={classes['days']}>
        {planned ? (
          <Form.Item name="from" label="第一天" rules={[{ required: true, message: '请选择第一天。' }]}>
            <DayInput />
          </Form.Item>
        ) : null}
        <Form.Item
          name="to"
          label="最后一天（含当天）"
          rules={[{ required: true, message: '请选择最后一天。' }]}
        >
          <DayInput />
        </Form.Item>
      </div>
      {planned ? <Deputy personId={person.id} postIds={posts.map(({ postId }) => postId)} /> : null}
      <Form.Item
        name="why"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请填写理由。' }]}
      >
        <Input maxLength={200} placeholder="如：行程推迟" />
      </Form.Item>
    </AdminForm>
  );
}

/** Whoever can exercise all the posts of this absence. */
function Deputy({ personId, postIds }: { personId: string; postIds: string[] }) {
  const found = useQuery({
    queryKey: ['deputies', personId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/people/{id}/deputies', { params: { path: { id: personId } }, signal })),
  });
  const fitting = (found.data?.items ?? []).filter(({ fits }) => postIds.every((id) => fits.includes(id)));
  return (
    <>
      <Form.Item name="deputyId" label="代理人" rules={[{ required: true, message: '请选择代理人。' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={found.isPending}
          options={fitting.map(({ id, name, office }) => ({ value: id, label: `${name}（${office}）` }))}
          notFoundContent={found.isPending ? '正在读取…' : '没有可以代理这些职务的人'}
        />
      </Form.Item>
      {found.error ? (
        <Failed error={found.error} what="读取代理人" narrow retry={() => void found.refetch()} />
      ) : null}
    </>
  );
}
