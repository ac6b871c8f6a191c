import type { ActFormView, CaseView } from '../api/types.ts';
import classes from './act.module.css';

/** Somebody else acted while the form was being filled in: said before the button is pressed, not after. */
export function MovedOn({ view, asked }: { view: CaseView; asked: ActFormView }) {
  const now = view.actions.find(({ action }) => action === asked.action);
  if (view.seq <= asked.seq || now?.permitted) return null;
  return (
    <p role="alert" className={classes['draft']}>
      {`案件刚刚有了新的进展，现处于“${view.stageLabel}”阶段。${now?.reason ?? '这一步已不需要办理。'}填写的内容还在。`}
    </p>
  );
}
