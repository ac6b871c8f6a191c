import type { TableColumnType } from 'antd';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { WideTable } from '../../lists/wide-table.tsx';

type Stage = RehearsalView['stages'][number];

const columns: TableColumnType<Stage>[] = [
  { title: '阶段', dataIndex: 'label' },
  { title: '走完的结对', dataIndex: 'passes', width: 110, align: 'right' },
  {
    title: '平均用时',
    width: 130,
    align: 'right',
    render: (_, { workingDays, passes }) => `${(workingDays / Math.max(1, passes)).toFixed(1)}个工作日`,
  },
  { title: '最长用时', width: 130, align: 'right', render: (_, { worst }) => `${worst}个工作日` },
  { title: '用时最长的一对', dataIndex: 'worstTitle' },
];

/** How long each stage takes. */
export const Stages = ({ view: { stages } }: { view: RehearsalView }) => (
  <section className="section" aria-labelledby="stages">
    <h2 id="stages">各阶段要多久</h2>
    {stages.length === 0 ? (
      <p className="muted">没有一对走完第一个阶段。</p>
    ) : (
      <WideTable<Stage> width={760} rowKey="label" columns={columns} dataSource={stages} pagination={false} />
    )}
  </section>
);
