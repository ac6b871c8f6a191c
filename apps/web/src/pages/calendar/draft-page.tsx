import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CalendarDraft } from '../../api/bureau-types.ts';
import { dayText } from '../../days/day-text.ts';
import { DraftPage, hasEnded } from '../../drafts/draft-page.tsx';
import { PageBody } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { DayForm } from './day-form.tsx';
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
  const [chosen, setChosen] = useState<string>();
  const { id, year, version, source, may, days } = draft;
  const doubts = doubtsOf(draft);
  const ended = hasEnded(draft);
  return (
    <DraftPage
      draft={draft}
      title={`${year}年工作日历`}
      trail={[{ label: '工作日历', to: '/calendar' }, { label: `${year}年` }]}
      facts={<span>来源：{source}</span>}
      words={{
        approve: approving,
        ...(doubts.length > 0
          ? { handIn: [`页面上列有${doubts.length}处要核对的；报请批准即表示您已逐处核对。`] }
          : {}),
      }}
    >
      {doubts.length > 0 ? (
        <div className="remind">
          <p>请核对：</p>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      ) : null}
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
    </DraftPage>
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

const approving = [
  '批准后立即成为现行日历，全部在办事项的期限随即逐件重新计算，每件的办理过程中记一行。',
  '到期日变动的，发消息告知承办的一方；原定的到期日保留，已办结的不变。',
  '批准不能收回；需要更正的，另报一版。',
];

/** What should be looked at, though it may be right. */
const doubtsOf = ({ warnings, reading }: CalendarDraft): string[] => [
  ...(reading?.problems ?? []),
  ...warnings,
  ...(reading?.unread ?? []).map((text) => `没有读懂：“${text}”。请核对是否影响放假和上班的日期。`),
];

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
