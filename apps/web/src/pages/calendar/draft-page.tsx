import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CalendarDraft } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText, instantText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { DayForm } from './day-form.tsx';
import { DraftActs } from './draft-acts.tsx';
import { Effect, Moves } from './moves.tsx';
import { draftQuery } from './queries.ts';
import { Reading } from './reading.tsx';
import { YearGrid } from './year-grid.tsx';
import classes from './calendar.module.css';

export default function CalendarDraftPage() {
  const { id = '' } = useParams();
  const query = useQuery(draftQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取工作日历" rows={12} whole>
        {(draft) => <Draft draft={draft} />}
      </Asked>
    </PageBody>
  );
}

function Draft({ draft }: { draft: CalendarDraft }) {
  const today = useToday();
  const [chosen, setChosen] = useState<string>();
  const { id, year, version, statusLabel, source, proposedBy, changedAt, may, days } = draft;
  const ended = draft.status === 'published' || draft.status === 'withdrawn';
  return (
    <>
      <PageHead
        title={`${year}年工作日历（${statusLabel}）`}
        trail={[{ label: '工作日历', to: '/calendar' }, { label: `${year}年` }]}
        facts={
          <>
            <span>来源：{source}</span>
            <span>报送：{proposedBy}</span>
            <span>{instantText(changedAt, today)}</span>
          </>
        }
      />
      <Decided draft={draft} />
      <DraftActs key={version} draft={draft} />
      <Looked draft={draft} />
      {ended ? null : <Effect id={id} version={version} />}
      {draft.differences.length > 0 && draft.differences.length < 60 ? <Differences draft={draft} /> : null}
      <section className="section" aria-labelledby="year">
        <h2 id="year">
          {year}年
          {may.edit ? (
            <span className={`muted ${classes['hint'] ?? ''}`}>
              点某一天可以改动；<Link to={`/calendar/new?draft=${id}`}>整年重新录入</Link>
            </span>
          ) : null}
        </h2>
        <YearGrid year={year} days={days} chosen={chosen} {...(may.edit ? { onDay: setChosen } : {})} />
        <Before year={year} days={days} />
        {chosen && may.edit ? (
          <div className={classes['day-form']}>
            <DayForm key={chosen} draft={draft} day={chosen} onDone={() => setChosen(undefined)} />
          </div>
        ) : null}
      </section>
      {draft.reading ? <Reading reading={draft.reading} /> : null}
      {ended ? null : <Moves id={id} version={version} />}
    </>
  );
}

/** New Year's days off begin in the last days of December in some years. */
function Before({ year, days }: Pick<CalendarDraft, 'year' | 'days'>) {
  const before = days.filter(({ day }) => day < `${year}-01-01`);
  if (before.length === 0) return null;
  const said = before.map(
    ({ day, kind, name }) => `${dayText(day)}${kind === 'holiday' ? '放假' : '上班'}（${name}）`,
  );
  return <p className="muted">上一年的日子：{said.join('、')}。</p>;
}

function Decided({ draft: { status, decidedBy, decidedAt, reason, publishedAs } }: { draft: CalendarDraft }) {
  const today = useToday();
  if (!decidedBy || !decidedAt) return null;
  const when = instantText(decidedAt, today);
  if (status === 'returned')
    return (
      <p className={classes['remind']}>
        {decidedBy}于{when}退回：{reason}
      </p>
    );
  return publishedAs ? (
    <p className="muted">
      {decidedBy}于{when}批准并发布。
    </p>
  ) : null;
}

/** What keeps it back, and what should be looked at. */
function Looked({ draft: { problems, warnings, reading } }: { draft: CalendarDraft }) {
  const doubts = [
    ...(reading?.problems ?? []),
    ...warnings,
    ...(reading?.unread ?? []).map((text) => `没有读懂：“${text}”。请核对是否影响放假和上班的日期。`),
  ];
  return (
    <>
      {problems.length > 0 ? (
        <div className={classes['wrong']}>
          <p>改正之后才能报批：</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {doubts.length > 0 ? (
        <div className={classes['remind']}>
          <p>请核对：</p>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function Differences({ draft: { differences, year } }: { draft: CalendarDraft }) {
  return (
    <section className="section" aria-labelledby="differences">
      <h2 id="differences">{`与现行日历相比，${year}年有${differences.length}天不同`}</h2>
      <ul className={classes['days']}>
        {differences.map(({ day, says }) => (
          <li key={day}>{says}</li>
        ))}
      </ul>
    </section>
  );
}
