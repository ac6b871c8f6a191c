import { Button, Form } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayInput } from '../../act/day-input.tsx';
import type { Person } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from '../orgs/master-detail.module.css';
import { PostFields } from './post-fields.tsx';
import type { PostValues } from './post-fields.tsx';

type Doing = 'grant' | { end: string } | undefined;

/** Posts are granted from a day and ended on a day; what was done in them stays. */
export function PostActs({ person }: { person: Person }) {
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState('');
  const { personId, today } = useSession();
  const cache = useQueryClient();
  if (person.id === personId)
    return <p className="muted">这是您本人：本人的职务由另一名安全管理员授予或终止。</p>;
  const done = (sentence: string) => async () => {
    await cache.invalidateQueries({ queryKey: ['people'] });
    setDoing(undefined);
    setSaid(sentence);
  };
  const begin = (next: Doing) => {
    setSaid('');
    setDoing(next);
  };
  const current = person.posts.filter((post) => post.current);
  const ending = typeof doing === 'object' ? current.find((post) => post.id === doing.end) : undefined;
  return (
    <>
      <div className={classes['acts']}>
        {person.disabledOn ? null : (
          <Button size="small" type="primary" onClick={() => begin('grant')}>
            授予职务
          </Button>
        )}
        {current.map((post) => (
          <Button key={post.id} size="small" onClick={() => begin({ end: post.id })}>
            终止{post.roleLabel}
          </Button>
        ))}
      </div>
      <p role="status" className={classes['said']}>
        {said}
      </p>
      {doing === 'grant' ? (
        <AdminForm<PostValues>
          title={`授予${person.name}职务`}
          says={[
            '从起始日期起，此人看得到该岗位的待办和事项，办理时以该岗位的名义。',
            '系统管理员、安全管理员、审计员不得由一人兼任。',
          ]}
          verb="授予职务"
          initial={{ from: today }}
          send={({ until, ...post }) =>
            ask(
              api.POST('/api/people/{id}/posts', {
                params: { path: { id: person.id } },
                body: { ...post, ...(until ? { until } : {}) },
              }),
            )
          }
          onDone={done('✓ 职务已授予，记入日志。')}
          onCancel={() => begin(undefined)}
        >
          <PostFields />
        </AdminForm>
      ) : null}
      {ending ? (
        <AdminForm<{ on: string }>
          key={ending.id}
          title={`终止${person.name}的职务：${ending.orgName} ${ending.roleLabel}`}
          says={[
            '从所选日期起不再看得到该岗位的待办和事项；选今天即立刻生效。',
            '以该岗位办过的事不受影响，未办的待办留给同岗位的其他人。',
          ]}
          verb="终止职务"
          danger
          initial={{ on: today }}
          send={({ on }) =>
            ask(api.POST('/api/posts/{id}/end', { params: { path: { id: ending.id } }, body: { on } }))
          }
          onDone={done('✓ 职务已终止，记入日志。')}
          onCancel={() => begin(undefined)}
        >
          <Form.Item name="on" label="终止日期" rules={[{ required: true, message: '请选择终止日期。' }]}>
            <DayInput />
          </Form.Item>
        </AdminForm>
      ) : null}
    </>
  );
}
