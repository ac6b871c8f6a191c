import { Checkbox, Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DayInput } from '../../act/day-input.tsx';
import type { Absences } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useToday } from '../../api/session.ts';
import { Failed } from '../../states/failed.tsx';
import { AdminForm } from '../orgs/admin-form.tsx';
import { daysText, dutiesText } from './absence-text.ts';
import classes from './absences.module.css';

interface Values {
  postIds: string[];
  deputyId: string;
  from: string;
  to: string;
  note?: string;
}

interface Props {
  person: { id: string; name: string };
  posts: Absences['posts'];
  onDone: () => void;
  onCancel: () => void;
}

/** Few fields; what follows from them is said in a sentence while they are filled in. */
export function NewAbsence({ person, posts, onDone, onCancel }: Props) {
  const today = useToday();
  const cache = useQueryClient();
  const path = { id: person.id };
  const found = useQuery({
    queryKey: ['deputies', person.id],
    queryFn: ({ signal }) => ask(api.GET('/api/people/{id}/deputies', { params: { path }, signal })),
  });
  const people = found.data?.items ?? [];
  return (
    <AdminForm<Values>
      title={`登记${person.name}请假与代理`}
      verb="登记请假"
      initial={{ postIds: posts.map(({ postId }) => postId), from: today }}
      send={({ note, ...rest }) =>
        ask(
          api.POST('/api/people/{id}/absences', {
            params: { path },
            body: { ...rest, ...(note?.trim() ? { note: note.trim() } : {}) },
          }),
        )
      }
      onDone={async () => {
        await cache.invalidateQueries({ queryKey: ['absences'] });
        onDone();
      }}
      onCancel={onCancel}
    >
      <div className={classes['days']}>
        <Form.Item name="from" label="第一天" rules={[{ required: true, message: '请选择第一天。' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="to"
          label="最后一天（含当天）"
          rules={[{ required: true, message: '请选择最后一天。' }]}
        >
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item
        name="postIds"
        label="交由代理人行使的职务"
        rules={[{ required: true, message: '请至少选一项职务。' }]}
      >
        <Checkbox.Group
          options={posts.map((post) => ({ value: post.postId, label: `${post.orgName} ${post.roleLabel}` }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['postIds']}>
        {({ getFieldValue }) => {
          const given = (getFieldValue('postIds') as string[] | undefined) ?? [];
          const fitting = people.filter(({ fits }) => given.every((id) => fits.includes(id)));
          return (
            <Form.Item
              name="deputyId"
              label="代理人"
              extra="同一单位、职级相同或只低一级的人；不能再转给第三人。"
              rules={[{ required: true, message: '请选择代理人。' }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                loading={found.isPending}
                placeholder="输入姓名查找"
                options={fitting.map(({ id, name, office }) => ({
                  value: id,
                  label: `${name}（${office}）`,
                }))}
                notFoundContent={found.isPending ? '正在读取…' : '没有可以代理这些职务的人'}
              />
            </Form.Item>
          );
        }}
      </Form.Item>
      {found.error ? (
        <Failed error={found.error} what="读取代理人" narrow retry={() => void found.refetch()} />
      ) : null}
      <Form.Item name="note" label="事由（可不填）">
        <Input maxLength={100} placeholder="如：赴外地培训" />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => (
          <Consequences
            values={getFieldsValue() as Partial<Values>}
            person={person.name}
            posts={posts}
            nameOf={(id) => people.find((one) => one.id === id)?.name}
          />
        )}
      </Form.Item>
    </AdminForm>
  );
}

interface ConsequencesProps {
  values: Partial<Values>;
  person: string;
  posts: Absences['posts'];
  nameOf: (id: string | undefined) => string | undefined;
}

function Consequences({ values, person, posts, nameOf }: ConsequencesProps) {
  const today = useToday();
  const { from, to, postIds = [], deputyId } = values;
  const deputy = nameOf(deputyId);
  const given = posts.filter(({ postId }) => postIds.includes(postId));
  if (!from || !to || to < from || !deputy || given.length === 0) return null;
  return (
    <div className={classes['will']} role="status">
      <p>
        <b>{`${daysText({ from, to }, today)}，由${deputy}代行${dutiesText(given)}。`}</b>
      </p>
      <p>{`代办的文书和办理过程同时印两人姓名：${deputy}（代${person}）。`}</p>
      <p>{`${person}本人仍可办理；最后一天过后代理自行终止。双方申报的回避关系，代理期间对${deputy}都有效。`}</p>
    </div>
  );
}
