import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { Enlarged } from '../paper/enlarged.tsx';
import { OneOfMany } from '../paper/one-of-many.tsx';
import { PaperPages } from '../paper/paper-pages.tsx';
import { Asked } from '../states/asked.tsx';
import classes from './act-paper.module.css';
import { bodyOf } from './body.ts';
import type { Values } from './body.ts';
import type { Field } from './schema.ts';
import { useDraft } from './use-draft.ts';
import type { ShownPaper } from './use-send-act.ts';

interface Props {
  caseId: string;
  action: string;
  /** Where it is the same whatever is filled in. */
  name?: string;
  /** The fields on which the paper depends, if it does. */
  by?: readonly Field[];
  /** Says which draft is shown; undefined where there is none, `waiting` while it is being set. */
  onShown: (paper: ShownPaper | 'waiting' | undefined) => void;
}

const none: readonly Field[] = [];

/** The paper that the act signs, as it would be issued: nothing is signed unread. */
export function ActPaper({ caseId, action, name, by = none, onShown }: Props) {
  const answers = Form.useWatch((values: Values) => bodyOf(by, values));
  const [nth, setNth] = useState(0);
  const draft = useDraft(caseId, action, answers, nth);
  const { hash, of = 1 } = draft.data ?? {};
  const shown = draft.isPlaceholderData ? undefined : hash;
  const waiting = draft.isLoading || draft.isPlaceholderData;
  useEffect(
    () => onShown(waiting ? 'waiting' : shown ? { hash: shown, of } : undefined),
    [onShown, waiting, shown, of],
  );
  const called = name ?? draft.data?.name;
  // With what is chosen so far no paper is issued, or nobody knows yet.
  if (!called && !draft.error) return null;
  return (
    <details open className={classes['paper']}>
      <summary>{called ? `待签文书：${called}（草稿，签发后取得文号）` : '待签文书'}</summary>
      <OneOfMany nth={nth} of={of} onChange={setNth} />
      <div className={classes['pages']} tabIndex={0} role="region" aria-label={`${called ?? '文书'}草稿`}>
        <Asked query={draft} what="读取文书草稿">
          {({ pages }) => <PaperPages pages={pages} name={`${called ?? '文书'}草稿`} />}
        </Asked>
      </div>
      {draft.data && draft.data.pages.length > 0 ? (
        <Enlarged pages={draft.data.pages} name={`${called ?? '文书'}草稿`} />
      ) : null}
    </details>
  );
}
