import { useQuery } from '@tanstack/react-query';
import type { CalendarVersions } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Asked } from '../../states/asked.tsx';
import { versionsQuery } from './queries.ts';

type Version = CalendarVersions['items'][number];

/** Each version that was in force: by whom, since when, and whether every open case has it. */
export function Versions() {
  const today = useToday();
  const query = useQuery(versionsQuery);
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">版本</h2>
      <Asked query={query} what="读取版本" rows={2}>
        {({ items }) => (
          <WideTable<Version>
            width={720}
            rowKey="version"
            pagination={false}
            dataSource={items}
            columns={[
              {
                title: '版本',
                width: 170,
                render: (_, { label, inForce }) => (inForce ? <b>{label}（现行）</b> : label),
              },
              {
                title: '发布时间',
                width: 170,
                render: (_, { at }) => (at ? instantText(at, today) : '随产品提供'),
              },
              { title: '报送', width: 120, render: (_, { proposedBy }) => proposedBy ?? '—' },
              { title: '批准', width: 120, render: (_, { approvedBy }) => approvedBy ?? '—' },
              { title: '在办事项', render: (_, version) => toldText(version) },
            ]}
          />
        )}
      </Asked>
    </section>
  );
}

function toldText({ at, told, toldAll }: Version): string {
  if (at === null) return '—';
  return toldAll ? `已全部重新计算（${told}件）` : `正在逐件重新计算，已完成${told}件`;
}
