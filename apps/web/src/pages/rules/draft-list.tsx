import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { RuleDrafts } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { ruleDraftsQuery } from './queries.ts';

type Line = RuleDrafts['items'][number];

const marks: Record<Line['status'], string> = {
  draft: '○',
  'handed-in': '▲',
  returned: '■',
  published: '✓',
  withdrawn: '◌',
};

/** What is proposed and not yet ended; what was published stands among the rules. */
export function RuleDraftList() {
  const today = useToday();
  const query = useQuery(ruleDraftsQuery);
  const open = (query.data?.items ?? []).filter(
    ({ status }) => status !== 'published' && status !== 'withdrawn',
  );
  if (open.length === 0) return null;
  return (
    <section className="section" aria-labelledby="drafts" style={{ marginTop: 0, marginBottom: 20 }}>
      <h2 id="drafts">报送中的规则变动</h2>
      <WideTable<Line>
        width={700}
        rowKey="id"
        pagination={false}
        dataSource={open}
        columns={[
          { title: '变动', render: (_, { id, says }) => <Link to={`/rules/drafts/${id}`}>{says}</Link> },
          { title: '种类', dataIndex: 'tableLabel', width: 150 },
          { title: '状态', width: 110, render: (_, line) => `${marks[line.status]} ${line.statusLabel}` },
          { title: '报送人', dataIndex: 'proposedBy', width: 100 },
          { title: '最近变动', width: 150, render: (_, { changedAt }) => instantText(changedAt, today) },
        ]}
      />
    </section>
  );
}
