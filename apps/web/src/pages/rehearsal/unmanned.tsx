import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Note } from '../campaign/note.tsx';
import classes from './rehearsal.module.css';

type Empty = RehearsalView['unmanned'][number];
interface Line extends Empty {
  steps: string[];
}

const columns: TableColumnType<Line>[] = [
  { title: '岗位', dataIndex: 'office', width: 300 },
  { title: '要办的步骤', render: (_, { steps }) => steps.join('、') },
  {
    title: '现状',
    width: 240,
    render: (_, { withoutAccount }) =>
      withoutAccount.length > 0 ? `${withoutAccount.join('、')}不能登录（没有账号或者已停用）` : '没有人担任',
  },
  {
    title: '去设置',
    width: 100,
    render: (_, { orgId, role }) => (
      <Link to={`/people?${new URLSearchParams({ ...(orgId ? { org: orgId } : {}), role }).toString()}`}>
        查看人员
      </Link>
    ),
  },
];

/** One line per office, with all that it would owe. */
function byOffice(unmanned: readonly Empty[]): Line[] {
  const lines = new Map<string, Line>();
  for (const one of unmanned) {
    const line = lines.get(one.office) ?? { ...one, steps: [] };
    line.steps.push(one.times > 1 ? `${one.stepLabel}${one.times}次` : one.stepLabel);
    lines.set(one.office, line);
  }
  return [...lines.values()];
}

/** Steps that come to an office in which nobody can act. */
export function Unmanned({ view: { unmanned } }: { view: RehearsalView }) {
  const nobody = byOffice(unmanned.filter(({ others }) => !others));
  const others = byOffice(unmanned.filter((one) => one.others));
  if (unmanned.length === 0)
    return <p className={classes['good']}>✓ 每一步都有人可办：所有岗位都有能登录的人。</p>;
  return (
    <section className="section" aria-labelledby="unmanned">
      <h2 id="unmanned">
        {nobody.length > 0 ? `${nobody.length}个岗位的步骤没有人能办` : '有岗位空缺，可由他人代办'}
      </h2>
      {nobody.length > 0 ? (
        <>
          <Note tone="bad" title="这些步骤没有人有权办理，结对会停在这里">
            <p>请系统管理员开通账号、安全管理员设置岗位，然后重新预演。</p>
          </Note>
          <Table rows={nobody} />
        </>
      ) : null}
      {nobody.length > 0 && others.length > 0 ? (
        <h3 className={classes['second']}>空缺的岗位，另有人可以代办</h3>
      ) : null}
      {others.length > 0 ? <Table rows={others} /> : null}
    </section>
  );
}

const Table = ({ rows }: { rows: Line[] }) => (
  <WideTable<Line>
    width={760}
    rowKey="office"
    columns={columns}
    dataSource={rows}
    pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
  />
);
