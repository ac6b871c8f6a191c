import { HeatmapChart } from 'echarts/charts';
import { CalendarComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { useMedia } from '../../lists/use-media.ts';
import type { Day, Measure } from './calendar-counts.ts';
import { heatOption } from './heat-option.ts';
import classes from './rehearsal.module.css';

use([HeatmapChart, CalendarComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

interface Props {
  view: RehearsalView;
  days: Day[];
  measure: Measure;
  label: string;
  onDay: (day: string) => void;
}

/** One square a day; on a phone the weeks run downwards. The months' table beside it says the same in numbers. */
export default function HeatMap({ view, days, measure, label, onDay }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const today = useToday();
  const small = useMedia('(max-width: 767px)');
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    const { option, height } = heatOption({ view, days, measure, today, small, width: element.clientWidth });
    chart.resize({ height });
    chart.setOption(option);
    chart.on('click', ({ value }) => {
      if (Array.isArray(value)) onDay(String(value[0]));
    });
    const watcher = new ResizeObserver(() => {
      const next = heatOption({ view, days, measure, today, small, width: element.clientWidth });
      chart.resize({ height: next.height });
      chart.setOption(next.option);
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [view, days, measure, today, small, onDay]);
  return <div ref={box} role="img" aria-label={`${label}。下表按月列出。`} className={classes['heat']} />;
}
