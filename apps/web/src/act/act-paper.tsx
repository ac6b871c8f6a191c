import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { PaperPages } from '../paper/paper-pages.tsx';
import { Asked } from '../states/asked.tsx';
import classes from './act-paper.module.css';

interface Props {
  caseId: string;
  action: string;
  name: string;
}

/** The paper that the act signs, as it would be issued: nothing is signed unread. */
export function ActPaper({ caseId, action, name }: Props) {
  const draft = useQuery({
    queryKey: ['case', caseId, 'draft', action],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/cases/{id}/drafts/{action}', { params: { path: { id: caseId, action } }, signal })),
    refetchOnWindowFocus: false,
  });
  return (
    <details open className={classes['paper']}>
      <summary>待签文书：{name}（草稿，签发后取得文号）</summary>
      <div className={classes['pages']} tabIndex={0} role="region" aria-label={`${name}草稿`}>
        <Asked query={draft} what="读取文书草稿">
          {({ pages }) => <PaperPages pages={pages} name={`${name}草稿`} />}
        </Asked>
      </div>
    </details>
  );
}
