import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Note } from '../campaign/note.tsx';
import classes from './rehearsal.module.css';

type Empty = RehearsalView['unmanned'][number];

const columns: TableColumnType<Empty>[] = [
  { title: '岗位', dataIndex: 'office' },
  { title: '要办的步骤', dataIndex: 'stepLabel', width: 200 },
  { title: '次数', dataIndex: 'times', width: 70, align: 'right' },
  {
    title: '现状',
    width: 220,
    render: (_, { withoutAccount }) =>
      withoutAccount.length > 0 ? `${withoutAccount.join('、')}还没有登录账号` : '没有人担任',
  },
  {
    title: '去设置',
    width: 120,
    render: (_, { orgId, role }) => (
      <Link to={`/people?${new URLSearchParams({ ...(orgId ? { org: orgId } : {}), role }).toString()}`}>
        查看人员
      </Link>
    ),
  },
];

/** Steps that come to an office in which nobody can act. */
export function Unmanned({ view: { unmanned } }: { view: RehearsalView }) {
  const nobody = unmanned.filter(({ others }) => !others);
  const others = unmanned.filter((one) => one.others);
  if (unmanned.length === 0)
    return <p className={classes['good']}>✓ 每一步都有人可办：所有岗位都有能登录的人。</p>;
  return (
    <section className="section" aria-labelledby="unmanned">
      <h2 id="unmanned">{nobody.length > 0 ? `${nobody.length}处没有人能办` : '有岗位空缺，可由他人代办'}</h2>
      {nobody.length > 0 ? (
        <Note tone="bad" title="这些步骤没有人有权办理，结对会停在这里">
          <p>请系统管理员开通账号、安全管理员设置岗位，然后重新预演。</p>
        </Note>
      ) : null}
      {nobody.length > 0 ? <Table rows={nobody} /> : null}
      {others.length > 0 ? (
        <>
          {nobody.length > 0 ? <h3>空缺的岗位，另有人可以代办</h3> : null}
          <Table rows={others} />
        </>
      ) : null}
    </section>
  );
}

const Table = ({ rows }: { rows: Empty[] }) => (
  <WideTable<Empty>
    width={760}
    rowKey={({ office, stepLabel }) => `${office}${stepLabel}`}
    columns={columns}
    dataSource={rows}
    pagination={rows.length > 20 ? { pageSize: 20 } : false}
  />
);
