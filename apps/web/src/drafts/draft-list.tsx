import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DraftLine, DraftSort } from '../api/bureau-types.ts';
import { useToday } from '../api/session.ts';
import { instantText } from '../days/day-text.ts';
import { WideTable } from '../lists/wide-table.tsx';
import { draftsQuery } from './queries.ts';
import classes from './drafts.module.css';

const marks: Record<DraftLine['status'], string> = {
  draft: '○',
  'handed-in': '▲',
  returned: '■',
  published: '✓',
  withdrawn: '◌',
};

export const placeOf = ({ sort, id }: Pick<DraftLine, 'sort' | 'id'>): string => `/${sort}/drafts/${id}`;

interface Props {
  sort: DraftSort;
  heading: string;
  /** What the second column says. */
  detail: string;
}

/** What of one sort is proposed and not yet ended; what was published stands on the page itself. */
export function DraftList({ sort, heading, detail }: Props) {
  const today = useToday();
  const query = useQuery(draftsQuery(sort));
  const drafts = query.data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <section className={classes['list']} aria-labelledby="drafts">
      <h2 id="drafts" className="section-head">
        {heading}
      </h2>
      <WideTable<DraftLine>
        width={700}
        rowKey="id"
        pagination={false}
        dataSource={drafts}
        columns={[
          { title: '变动', render: (_, draft) => <Link to={placeOf(draft)}>{draft.title}</Link> },
          { title: detail, dataIndex: 'detail', width: 160 },
          { title: '状态', width: 110, render: (_, line) => `${marks[line.status]} ${line.statusLabel}` },
          { title: '报送人', dataIndex: 'proposedBy', width: 100 },
          { title: '最近变动', width: 150, render: (_, { changedAt }) => instantText(changedAt, today) },
        ]}
      />
    </section>
  );
}
