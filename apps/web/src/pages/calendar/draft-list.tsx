import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CalendarDrafts } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { draftsQuery } from './queries.ts';

type Line = CalendarDrafts['items'][number];

/** What is proposed and not yet ended; what was published stands among the versions. */
export function DraftList() {
  const today = useToday();
  const query = useQuery(draftsQuery);
  const open = (query.data?.items ?? []).filter(
    ({ status }) => status !== 'published' && status !== 'withdrawn',
  );
  if (open.length === 0) return null;
  return (
    <section className="section" aria-labelledby="drafts" style={{ marginTop: 0, marginBottom: 20 }}>
      <h2 id="drafts">报送中的工作日历</h2>
      <WideTable<Line>
        width={640}
        rowKey="id"
        pagination={false}
        dataSource={open}
        columns={[
          {
            title: '年度',
            width: 160,
            render: (_, { id, year }) => <Link to={`/calendar/drafts/${id}`}>{year}年工作日历</Link>,
          },
          {
            title: '状态',
            width: 120,
            render: (_, { status, statusLabel }) => `${marks[status]} ${statusLabel}`,
          },
          { title: '来源', dataIndex: 'source' },
          { title: '报送人', dataIndex: 'proposedBy', width: 120 },
          { title: '最近变动', width: 160, render: (_, { changedAt }) => instantText(changedAt, today) },
        ]}
      />
    </section>
  );
}

const marks: Record<Line['status'], string> = {
  draft: '○',
  'handed-in': '▲',
  returned: '■',
  published: '✓',
  withdrawn: '◌',
};
