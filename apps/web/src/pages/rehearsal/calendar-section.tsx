import { Segmented, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { Loading } from '../../states/loading.tsx';
import { daysOf, measureCodes, measures, monthsOf, type Measure } from './calendar-counts.ts';
import { DayDetail } from './day-detail.tsx';
import { Months } from './months.tsx';
import classes from './rehearsal.module.css';

/** The picture is loaded with the first result that has one. */
const HeatMap = lazy(() => import('./heat-map.tsx'));

interface Props {
  view: RehearsalView;
  office: string | undefined;
  day: string | undefined;
  onOffice: (office: string | undefined) => void;
  onDay: (day: string | undefined) => void;
}

/** The year of everybody or of one office: a picture, its table, and what stands behind one day. */
export function CalendarSection({ view, office, day, onOffice, onDay }: Props) {
  const today = useToday();
  const [measure, setMeasure] = useState<Measure>('due');
  const chosen = view.offices.find((one) => one.office === office);
  const days = daysOf(view, chosen);
  const months = monthsOf(days, measure);
  const peak = months.reduce<(typeof months)[number]['peak']>(
    (most, { peak: one }) => (one && one.counts[measure] > (most?.counts[measure] ?? 0) ? one : most),
    undefined,
  );
  const whose = chosen
    ? `${chosen.office}${chosen.holders.length > 0 ? `（${chosen.holders.join('、')}）` : ''}`
    : '全部岗位';
  const finding = peak
    ? `${whose}：${measures[measure]}最多的是${dayText(peak.day, today)}，${peak.counts[measure]}项`
    : `${whose}：没有${measures[measure]}`;
  return (
    <section className="section" aria-labelledby="year">
      <h2 id="year">逐日日历</h2>
      <div className={`${classes['tools']} no-print`}>
        <Segmented<Measure>
          aria-label="看什么"
          value={measure}
          onChange={setMeasure}
          options={measureCodes.map((value) => ({ value, label: measures[value] }))}
        />
        <Select<string>
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label="看谁的日历"
          placeholder="全部岗位"
          value={chosen?.office ?? null}
          onChange={(next) => onOffice(next)}
          options={view.offices.map((one) => ({
            value: one.office,
            label: one.holders.length > 0 ? `${one.office}（${one.holders.join('、')}）` : one.office,
          }))}
          className={classes['whose'] ?? ''}
        />
      </div>
      <p className={classes['finding']}>{finding}</p>
      <Suspense fallback={<Loading rows={4} label="正在画日历" />}>
        <HeatMap view={view} days={days} measure={measure} label={finding} onDay={onDay} />
      </Suspense>
      {day ? <DayDetail view={view} day={day} onClose={() => onDay(undefined)} onOffice={onOffice} /> : null}
      <Months months={months} measure={measure} onDay={onDay} />
    </section>
  );
}
