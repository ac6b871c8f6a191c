import { useState } from 'react';
import { Link } from 'react-router';
import type { RuleLine, RuleTable } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import classes from './rules.module.css';

type Period = NonNullable<RuleLine['now']>;

interface Props {
  table: RuleTable;
  line: RuleLine;
  proposes: boolean;
  /** The draft to which a change is added, as the end of an address. */
  into: string;
}

/** One rule: what it says now, what it will say, and on demand what it said before. */
export function RuleItem({ table, line, proposes, into }: Props) {
  const [open, setOpen] = useState(false);
  const today = useToday();
  const { code, name, now, coming, past, ends } = line;
  const to = (more = '') => `/rules/new?table=${table}&code=${encodeURIComponent(code)}${into}${more}`;
  const last = coming.at(-1) ?? now;
  // The words of the others say by themselves what they are about.
  const named = ['deadline', 'extension', 'route', 'numbering', 'way'].includes(table);
  return (
    <li className={named ? classes['rule'] : `${classes['rule']} ${classes['unnamed']}`}>
      {named ? <div className={classes['name']}>{name}</div> : null}
      <div>
        {now ? <Said period={now} /> : coming.length > 0 ? null : <p className="muted">已终止。</p>}
        {coming.map((period) => (
          <div key={period.from} className={classes['coming']}>
            <b>{dateText(period.from)}起改为：</b>
            <Said period={period} />
          </div>
        ))}
        {last?.to && last.to > today ? (
          <p className={classes['ended']}>▲ {dateText(last.to)}起终止，此后没有这一条。</p>
        ) : null}
        {open ? past.map((period) => <Past key={period.from} period={period} />) : null}
      </div>
      <div className={classes['acts']}>
        {past.length > 0 ? (
          <button type="button" className="text-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起以前的' : `以前的${past.length}条`}
          </button>
        ) : null}
        {proposes ? <Link to={to()}>{last?.to ? '重新规定' : '改动'}</Link> : null}
        {proposes && ends ? <Link to={to('&end=1')}>终止</Link> : null}
      </div>
    </li>
  );
}

function Said({ period }: { period: Period }) {
  const { words, from, ground, markLabel, proposedBy, approvedBy } = period;
  return (
    <>
      <p>{words}</p>
      <p className={classes['basis']}>
        自{dateText(from)} · {markLabel} · 依据：{ground}
        {approvedBy ? ` · ${proposedBy ?? ''}报送，${approvedBy}批准` : ''}
      </p>
    </>
  );
}

function Past({ period }: { period: Period }) {
  return (
    <div className={classes['past']}>
      <p className="muted">
        {dateText(period.from)}至{period.to ? dateText(period.to) : ''}前
      </p>
      <Said period={period} />
    </div>
  );
}
