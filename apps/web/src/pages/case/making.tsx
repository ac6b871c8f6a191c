import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../../api/client.ts';
import type { CaseView } from '../../api/types.ts';
import classes from './case.module.css';

const everyMs = 1_500;
/** One or two are there before anybody looks; a bar is for many. */
const few = 3;

/** How far the papers of one order are, while they are made; then which could not be. */
export function Making({ caseId, papers }: { caseId: string; papers: CaseView['papers'] }) {
  const cache = useQueryClient();
  const begun = papers.made < papers.all;
  const query = useQuery({
    queryKey: ['case', caseId, 'papers', 'making'],
    queryFn: ({ signal }) => {
      const params = { path: { id: caseId }, query: { failed: 'true' as const, limit: 50 } };
      return ask(api.GET('/api/cases/{id}/notices', { params, signal }));
    },
    enabled: begun,
    refetchInterval: everyMs,
    refetchIntervalInBackground: false,
  });
  const { all, made, failed } = query.data?.counts ?? papers;
  const over = begun && all > 0 && made === all;
  useEffect(() => {
    if (over) void cache.invalidateQueries({ queryKey: ['case', caseId] });
  }, [over, cache, caseId]);
  if (!begun || all < few) return null;
  return (
    <div className={classes['making']}>
      <label role="status">
        {`正在生成文书，已生成${made}份，共${all}份。可以离开本页，完成后自动显示。`}
        <progress value={made} max={all} />
      </label>
      {failed > 0 ? (
        <details className="late">
          <summary>{`${failed}份没有排成，已转系统管理员处理，系统会自动再试`}</summary>
          <ul>
            {(query.data?.items ?? []).map(({ id, title, number, heldFor, to }) => (
              <li key={id}>
                {[number, title, heldFor ?? to.map(({ name }) => name).join('、')].filter(Boolean).join('，')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
