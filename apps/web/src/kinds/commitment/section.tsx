import type { ReactNode } from 'react';
import type { CommitmentBody } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayOf, dayText } from '../../days/day-text.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import type { KindSectionProps } from '../index.ts';
import { SourceLink } from '../source-link.tsx';
import classes from './commitment.module.css';

/** 台账事项: what is to be done by whom until when, and how it went so far in one line. */
export default function CommitmentSection({ view }: KindSectionProps) {
  const body = view.body as unknown as CommitmentBody;
  const today = useToday();
  const extended = body.due !== body.originalDue && body.round === 1;
  return (
    <section className={classes['commitment']} aria-label="台账事项">
      <p className={classes['what']}>{body.what}</p>
      <p className={classes['measure']}>{body.measure}</p>
      <dl className={classes['facts']}>
        <Fact name="责任单位">
          {body.owner.name}
          {body.owner.person ? `（责任人 ${body.owner.person}）` : ''}
        </Fact>
        <Fact name="完成期限">
          <Lateness value={body.lateness} /> {dayText(body.due, today)}
          {extended ? <span className="muted">，原定{dateText(body.originalDue, today)}</span> : null}
          {body.round > 1 ? <span className="muted">，第{body.round}次办理</span> : null}
        </Fact>
        <Fact name="进度">
          <meter min={0} max={100} value={body.progress} aria-label="进度" /> {body.progress}%
        </Fact>
        {body.helpers.length > 0 ? (
          <Fact name="协办单位">
            {body.helpers.map(({ name, statusLabel }) => `${name}（${statusLabel}）`).join('、')}
          </Fact>
        ) : null}
        {body.evidence ? <Fact name="佐证材料">{body.evidence}</Fact> : null}
        {body.basis ? <Fact name="依据">{body.basis}</Fact> : null}
        {body.source ? (
          <Fact name="来源">
            <SourceLink source={body.source} />
          </Fact>
        ) : null}
      </dl>
      <ol className={classes['history']} aria-label="办理经过">
        {body.history.map(({ label, by, at }) => (
          <li key={at + label} title={by}>
            {label} <span className="muted">{dateText(dayOf(at), today)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
