import { Link } from 'react-router';
import type { DeskView } from '../../api/types.ts';
import { kindLabels } from '../../api/labels.ts';
import classes from './desk.module.css';

/** Open cases by stage; every figure leads to the cases behind it. */
export function Figures({ desk }: { desk: DeskView }) {
  const kinds = [...new Set(desk.stages.map(({ kind }) => kind))];
  return (
    <section aria-labelledby="figures" style={{ marginBottom: 24 }}>
      <h2 id="figures" className="section-head">
        在办情况
        <span className={classes['total']}>
          <Link to="/cases">{`在办${desk.counts.openCases}件`}</Link>
          <Link to="/cases?late=overdue" className={desk.counts.overdue > 0 ? 'late' : ''}>
            逾期案件
          </Link>
        </span>
      </h2>
      {desk.stages.length === 0 ? <p className="muted">现在没有在办案件。</p> : null}
      {kinds.map((kind) => (
        <dl key={kind} className={classes['figures']}>
          <dt className={classes['kind']}>{kindLabels[kind as keyof typeof kindLabels]}</dt>
          {desk.stages
            .filter((stage) => stage.kind === kind)
            .map(({ stage, label, cases }) => (
              <dd key={stage}>
                <Link to={`/cases?${new URLSearchParams({ kind, stage }).toString()}`}>
                  {label} <b>{cases}</b>
                </Link>
              </dd>
            ))}
        </dl>
      ))}
    </section>
  );
}
