import { useQuery } from '@tanstack/react-query';
import { timelineQuery } from '../../api/cases.ts';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { Timeline } from '../../timeline/timeline.tsx';

export function History({
  id,
  onFile,
}: {
  id: string;
  onFile: (file: { id: string; name: string }) => void;
}) {
  const query = useQuery(timelineQuery(id));
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history">办理经过</h2>
      <Asked query={query} what="读取办理经过" rows={4}>
        {(entries) =>
          entries.length > 0 ? (
            <Timeline entries={entries} onFile={onFile} />
          ) : (
            <EmptyState narrow title="还没有办理记录。" />
          )
        }
      </Asked>
    </section>
  );
}
