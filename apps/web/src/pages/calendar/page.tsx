import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useHoldsOneOf } from '../../api/session.ts';
import { DraftList } from '../../drafts/draft-list.tsx';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { yearQuery } from './queries.ts';
import { Versions } from './versions.tsx';
import { YearGrid } from './year-grid.tsx';
import classes from './calendar.module.css';

/** The year as it holds now; administrators also see what is proposed. */
export default function CalendarPage() {
  const [address] = useSearchParams();
  const go = useNavigate();
  const admin = useHoldsOneOf(['system-admin', 'security-admin']);
  const proposes = useHoldsOneOf(['system-admin']);
  const asked = Number(address.get('year')) || undefined;
  const query = useQuery(yearQuery(asked));
  return (
    <PageBody>
      <Asked query={query} what="读取工作日历" rows={12} whole>
        {({ year, firstYear, lastYear, published, versionLabel, days, reminder }) => (
          <>
            <PageHead
              title={`${year}年工作日历`}
              facts={
                <>
                  <span>现行版本：{versionLabel}</span>
                  <span>放假安排已公布到{lastYear}年</span>
                </>
              }
              actions={
                <>
                  <Years year={year} first={firstYear} last={lastYear + 1} />
                  {proposes ? (
                    <Button type="primary" onClick={() => void go('/calendar/new')}>
                      录入放假安排
                    </Button>
                  ) : null}
                </>
              }
            />
            {admin && reminder && published ? <p className="remind">{`▲ ${reminder}`}</p> : null}
            {published ? null : (
              <p className="remind">
                ▲ {year}年的放假安排尚未公布：以下只有周末。涉及这一年的期限都标为暂定，公布后重新计算。
              </p>
            )}
            {admin ? <DraftList sort="calendar" heading="报送中的工作日历" detail="来源" /> : null}
            <YearGrid year={year} days={days} />
            <Versions />
          </>
        )}
      </Asked>
    </PageBody>
  );
}

function Years({ year, first, last }: { year: number; first: number; last: number }) {
  const to = (other: number) => ({ search: `?year=${other}` });
  return (
    <nav aria-label="年度" className={classes['years']}>
      {year > first ? <Link to={to(year - 1)}>‹ {year - 1}年</Link> : <span />}
      <b>{year}年</b>
      {year < last ? <Link to={to(year + 1)}>{year + 1}年 ›</Link> : <span />}
    </nav>
  );
}
