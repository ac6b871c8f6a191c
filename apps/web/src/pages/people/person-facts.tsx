import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { Person } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { mailChoiceLabels } from '../../api/labels.ts';
import { sentenceOf } from '../../api/problem.ts';
import classes from '../orgs/master-detail.module.css';

/** The whole number is a protected field: who looks is written into the log. */
function Phone({ person }: { person: Person }) {
  const reveal = useMutation({
    mutationFn: () => ask(api.GET('/api/people/{id}/phone', { params: { path: { id: person.id } } })),
  });
  if (!person.phone) return '未登记';
  if (reveal.data) return reveal.data.phone ?? '未登记';
  return (
    <>
      {person.phone}{' '}
      <Button
        size="small"
        type="link"
        className={classes['reveal'] ?? ''}
        loading={reveal.isPending}
        onClick={() => reveal.mutate()}
      >
        查看完整号码（记入日志）
      </Button>
      {reveal.isError ? <span role="alert">{sentenceOf(reveal.error)}</span> : null}
    </>
  );
}

export const periodText = ({ from, until }: { from: string; until: string | null }): string =>
  until ? `${from}起，${until}止` : `${from}起`;

export function PersonFacts({ person }: { person: Person }) {
  const { account } = person;
  return (
    <>
      <dl className={classes['facts']}>
        <dt>电话</dt>
        <dd>
          <Phone person={person} />
        </dd>
        {account || person.email ? (
          <>
            <dt>邮箱</dt>
            <dd>
              {person.email ?? '未登记'}
              {person.email && person.mailChoice ? (
                <span className="muted">（{mailChoiceLabels[person.mailChoice]}）</span>
              ) : null}
            </dd>
          </>
        ) : null}
        {account ? (
          <>
            <dt>登录名</dt>
            <dd>
              {account.login}
              {account.disabled ? <b>（已停用）</b> : null}
              {account.locked ? <b>（■ 因多次输错密码暂时锁定）</b> : null}
              {account.mustChangePassword ? <span className="muted">（下次登录须改密码）</span> : null}
            </dd>
          </>
        ) : null}
      </dl>
      <section className={classes['part']}>
        <h3>职务</h3>
        <Posts person={person} />
      </section>
      <section className={classes['part']}>
        <h3>证件与资格</h3>
        {person.qualifications.length === 0 ? <p className="muted">没有登记执法证或法律职业资格。</p> : null}
        <ul>
          {person.qualifications.map((one) => (
            <li key={one.id}>
              {one.sortLabel} {one.number}
              <span className="muted">{periodText(one)}</span>
              {one.current ? null : <b>已失效</b>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Posts({ person }: { person: Person }) {
  if (person.posts.length === 0)
    return <p className="muted">还没有职务，登录后看不到任何事项。由安全管理员授予。</p>;
  return (
    <ul>
      {person.posts.map((post) => (
        <li key={post.id} className={post.current ? undefined : classes['gone']}>
          {post.orgName} {post.roleLabel}
          <span className="muted">
            {periodText(post)}
            {post.current ? '' : '（不在任）'}
          </span>
        </li>
      ))}
    </ul>
  );
}
