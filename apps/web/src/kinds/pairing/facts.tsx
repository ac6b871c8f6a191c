import type { PairingBody } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayText } from '../../days/day-text.ts';
import classes from './pairing.module.css';

/** Term, launch day, both hospitals. */
export function Facts({ body }: { body: PairingBody }) {
  const today = useToday();
  const confirmed = (side: 'pilot' | 'assisted') => (body.confirmed[side] ? '✓ 已确认' : '待确认');
  return (
    <dl className={classes['facts']}>
      <div>
        <dt>试点医院</dt>
        <dd>
          {body.pilot.name}
          <small className={classes['note']}>{confirmed('pilot')}</small>
        </dd>
      </div>
      <div>
        <dt>帮带医院</dt>
        <dd>
          {body.assisted.name}
          <small className={classes['note']}>{confirmed('assisted')}</small>
        </dd>
      </div>
      <div>
        <dt>结对期限</dt>
        <dd>
          {dateText(body.from, today)}至{dateText(body.to, today)}
        </dd>
      </div>
      <div>
        <dt>改革启动日</dt>
        <dd>{dayText(body.launchOn, today)}</dd>
      </div>
      <div>
        <dt>中期检查</dt>
        <dd>{dayText(body.midterm, today)}前</dd>
      </div>
      <div>
        <dt>周报</dt>
        <dd>
          {body.weeksOwed.length === 0 ? '没有待报' : `待报${body.weeksOwed.length}周`}
          {body.missedInARow > 0 && <div className={classes['late']}>■ 连续{body.missedInARow}周未报</div>}
        </dd>
      </div>
      {body.endLabel && (
        <div>
          <dt>结束方式</dt>
          <dd>{body.endLabel}</dd>
        </div>
      )}
    </dl>
  );
}
