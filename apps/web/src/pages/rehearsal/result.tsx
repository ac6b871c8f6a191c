import { useState } from 'react';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { Busiest } from './busiest.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { Holidays } from './holidays.tsx';
import { Offices } from './offices.tsx';
import { Stages } from './stages.tsx';
import { Unfinished } from './unfinished.tsx';
import { Unmanned } from './unmanned.tsx';
import classes from './rehearsal.module.css';

/** What will come: first what has to be put right before the signature, then the year, then who has most of it. */
export function Result({ view }: { view: RehearsalView }) {
  const [office, setOffice] = useState<string>();
  const [day, setDay] = useState<string>();
  const look = (to: { office?: string | undefined; day?: string | undefined }) => {
    if ('office' in to) setOffice(to.office);
    if ('day' in to) setDay(to.day);
    document.getElementById('year')?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <Summary view={view} onDay={(on) => look({ day: on })} />
      <Unmanned view={view} />
      <CalendarSection view={view} office={office} day={day} onOffice={setOffice} onDay={setDay} />
      <Busiest view={view} onDay={(on) => look({ day: on })} />
      <Offices view={view} onOffice={(one) => look({ office: one })} />
      <Holidays view={view} />
      <Stages view={view} />
      <Unfinished view={view} />
    </>
  );
}

function Summary({ view, onDay }: { view: RehearsalView; onDay: (day: string) => void }) {
  const today = useToday();
  const { members, finished, total, busiest, papers } = view;
  const [peak] = busiest;
  const open = members - finished;
  return (
    <>
      <p className={classes['finding']} role="status">
        {open === 0
          ? `${members}对全部能够走完，直到归档。`
          : `${members}对中${finished}对能够走完，${open}对到${dayText(view.end, today)}还没有归档。`}
        {peak ? `到期最多的是${dayText(peak.day, today)}，一天${peak.counts.due}项。` : ''}
      </p>
      <dl className={classes['figures']}>
        <Figure label="待办" value={total.opened} unit="项" />
        <Figure label="逾期才办" value={total.late} unit="项" />
        <Figure label="始终没办" value={total.opened - total.closed} unit="项" />
        <Figure label="催办提醒" value={total.reminders} unit="次" />
        <Figure label="升级报告" value={total.escalations} unit="次" />
        {total.messages > 0 ? <Figure label="其他消息" value={total.messages} unit="次" /> : null}
        <Figure label="文书" value={total.papers} unit="份" />
        {peak ? (
          <div>
            <dt>最忙的一天</dt>
            <dd>
              <button type="button" className="text-link" onClick={() => onDay(peak.day)}>
                {dayText(peak.day, today)}
              </button>
            </dd>
          </div>
        ) : null}
      </dl>
      {papers.length > 0 ? (
        <p className="muted">
          文书：{papers.map(({ label, times }) => `${label}${times}份`).join('、')}；另有签发时的结对通知1份。
        </p>
      ) : null}
    </>
  );
}

function Figure({ label, value, unit }: { label: string; value: number; unit: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{value.toLocaleString('zh-CN')}</b>
        {unit}
      </dd>
    </div>
  );
}
