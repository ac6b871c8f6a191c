import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OrgDetail } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import { Asked } from '../../states/asked.tsx';
import { AdminForm } from './admin-form.tsx';
import { orgActCodes, orgActOf } from './org-acts.tsx';
import type { OrgActCode, OrgValues } from './org-acts.tsx';
import classes from './master-detail.module.css';

export function OrgPanel({ id }: { id: string }) {
  const org = useQuery({
    queryKey: ['orgs', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/orgs/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <Asked query={org} what="读取机构">
      {(detail) => <Panel key={id} org={detail} />}
    </Asked>
  );
}

function Panel({ org }: { org: OrgDetail }) {
  const mayAct = useHoldsOneOf(['system-admin']);
  const aliases = org.names.filter((name) => name.sort !== 'official');
  return (
    <>
      <h2>{org.name}</h2>
      {org.disabledOn ? (
        <p className={classes['gone']}>
          {org.disabledOn}起停用{org.mergedIntoId ? '，已并入其他机构' : ''}
        </p>
      ) : null}
      <dl className={classes['facts']}>
        <dt>类型</dt>
        <dd>{org.kindLabel}</dd>
        <dt>上级机构</dt>
        <dd>{org.parentName ?? '无'}</dd>
        <dt>等级、类别</dt>
        <dd>{[org.level, org.type].filter(Boolean).join('，') || '未登记'}</dd>
        <dt>所在区</dt>
        <dd>{org.district ?? '未登记'}</dd>
        <dt>人员</dt>
        <dd>
          <Link to={`/people?org=${org.id}`}>查看本机构人员</Link>
        </dd>
      </dl>
      {mayAct ? <Acts org={org} /> : null}
      <section className={classes['part']}>
        <h3>曾用名和简称</h3>
        {aliases.length === 0 ? <p className="muted">还没有登记。名单里写简称时，登记了才认得。</p> : null}
        <ul>
          {aliases.map((name) => (
            <li key={name.sort + name.name}>
              {name.name}
              <span className="muted">
                {name.sortLabel}
                {name.until ? `，用至${name.until}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Acts({ org }: { org: OrgDetail }) {
  const [code, setCode] = useState<OrgActCode>();
  const [said, setSaid] = useState('');
  const today = useToday();
  const cache = useQueryClient();
  const act = code ? orgActOf(code) : undefined;
  return (
    <>
      <div className={classes['acts']}>
        {orgActCodes
          .filter((one) => orgActOf(one).offered(org))
          .map((one) => (
            <Button
              key={one}
              size="small"
              aria-expanded={one === code}
              onClick={() => {
                setSaid('');
                setCode(one);
              }}
            >
              {orgActOf(one).label}
            </Button>
          ))}
      </div>
      <p role="status" className={classes['said']}>
        {said}
      </p>
      {act ? (
        <AdminForm<OrgValues>
          key={code}
          title={act.label}
          says={act.says}
          verb={act.verb}
          danger={act.danger ?? false}
          initial={act.initial?.(org, today) ?? {}}
          send={(values) => act.send(org, values)}
          onDone={async () => {
            await cache.invalidateQueries({ queryKey: ['orgs'] });
            setCode(undefined);
            setSaid(`✓ ${act.label}已记入，日志里可查。`);
          }}
          onCancel={() => setCode(undefined)}
        >
          {act.fields?.(org)}
        </AdminForm>
      ) : null}
    </>
  );
}
