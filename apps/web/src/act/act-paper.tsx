import { PaperPages } from '../paper/paper-pages.tsx';
import { Asked } from '../states/asked.tsx';
import classes from './act-paper.module.css';
import type { Values } from './body.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  caseId: string;
  action: string;
  /** Where it is the same whatever is filled in. */
  name?: string;
  /** On which the paper depends, if it does. */
  answers?: Values;
}

/** The paper that the act signs, as it would be issued: nothing is signed unread. */
export function ActPaper({ caseId, action, name, answers }: Props) {
  const draft = useDraft(caseId, action, answers);
  const called = name ?? draft.data?.name;
  // With what is chosen so far no paper is issued, or nobody knows yet.
  if (!called && !draft.error) return null;
  return (
    <details open className={classes['paper']}>
      <summary>{called ? `待签文书：${called}（草稿，签发后取得文号）` : '待签文书'}</summary>
      <div className={classes['pages']} tabIndex={0} role="region" aria-label={`${called ?? '文书'}草稿`}>
        <Asked query={draft} what="读取文书草稿">
          {({ pages }) => <PaperPages pages={pages} name={`${called ?? '文书'}草稿`} />}
        </Asked>
      </div>
    </details>
  );
}
