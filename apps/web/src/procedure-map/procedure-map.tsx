import type { CaseView } from '../api/types.ts';
import classes from './procedure-map.module.css';

const words = {
  done: { mark: '✓', word: '已完成' },
  here: { mark: '●', word: '办理中' },
  next: { mark: '○', word: '未开始' },
  skipped: { mark: '－', word: '不适用' },
} as const;

/** The stages in order: done, here, to come, not applicable. */
export function ProcedureMap({ steps }: { steps: CaseView['map'] }) {
  return (
    <ol aria-label="办理流程" className={classes['map']}>
      {steps.map(({ code, label, status }) => (
        <li key={code} className={classes[status]} aria-current={status === 'here' ? 'step' : undefined}>
          <span aria-hidden="true" className={classes['mark']}>
            {words[status].mark}
          </span>
          <span className={classes['label']}>{label}</span>
          <span className="for-readers">（{words[status].word}）</span>
        </li>
      ))}
    </ol>
  );
}
