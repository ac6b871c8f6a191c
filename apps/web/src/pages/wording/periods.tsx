import type { WordingPaper } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';

type Period = WordingPaper['periods'][number];

/** Every version with its days, the latest first. */
export function Periods({ periods }: { periods: Period[] }) {
  const today = useToday();
  const days = ({ from, to }: Period) =>
    `${from ? dateText(from, today) : '开始'}起${to ? `，到${dateText(to, today)}前一日` : ''}`;
  return (
    <section className="section" aria-labelledby="periods">
      <h2 id="periods">历次措辞</h2>
      <WideTable<Period>
        width={700}
        rowKey="version"
        pagination={false}
        dataSource={periods.toReversed()}
        columns={[
          { title: '版本', dataIndex: 'label', width: 200 },
          { title: '适用', width: 300, render: (_, period) => days(period) },
          { title: '改动缘由', render: (_, { reason }) => reason ?? '随系统提供' },
          { title: '报送', width: 90, render: (_, { proposedBy }) => proposedBy ?? '—' },
          { title: '批准', width: 90, render: (_, { approvedBy }) => approvedBy ?? '—' },
        ]}
      />
    </section>
  );
}
