import type { EChartsCoreOption } from 'echarts/core';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { dayText } from '../../days/day-text.ts';
import { colors } from '../../theme/colors.ts';
import { measureCodes, measures, type Day, type Measure } from './calendar-counts.ts';

interface Heat {
  view: RehearsalView;
  days: readonly Day[];
  measure: Measure;
  today: string;
  small: boolean;
  width: number;
}

const blues = ['#dbe7f3', '#a9c5e0', '#6f9cc8', '#3d74ab', '#1f4f82'];
const reds = ['#f8dedb', '#eeb1ab', '#dd7f77', '#c64b42', '#9c1f18'];
const day = 86_400_000;

/** At most five steps that each hold some days, so that one peak does not make all other days pale. */
export function stepsOf(values: readonly number[]): { min: number; max: number }[] {
  const sorted = values.filter((one) => one > 0).sort((one, other) => one - other);
  const bounds = new Set(
    [0.2, 0.4, 0.6, 0.85, 1].map((share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 1),
  );
  let min = 1;
  return [...bounds].map((max) => {
    const step = { min, max };
    min = max + 1;
    return step;
  });
}

const rangeOf = (min: number, max: number, to: string): string =>
  min === max ? String(min) : `${min}${to}${max}`;

/** The last day on which anything happens: the picture ends with its month. */
const lastOf = ({ view, days }: Heat): string => days.at(-1)?.day ?? view.termEnd;

function special({ view }: Heat): Map<string, string> {
  return new Map(view.calendar.map((one) => [one.day, one.kind === 'holiday' ? '休' : '班']));
}

function tooltip(heat: Heat, on: string): string {
  const one = heat.days.find((known) => known.day === on);
  const named = heat.view.calendar.find((known) => known.day === on);
  const nature = named ? `，${named.name}${named.kind === 'holiday' ? '放假' : '调休上班'}` : '';
  const lines = measureCodes.flatMap((code) =>
    one?.counts[code] ? [`${measures[code]}${one.counts[code]}项`] : [],
  );
  return [`<b>${dayText(on, heat.today)}${nature}</b>`, ...(lines.length > 0 ? lines : ['没有安排'])].join(
    '<br>',
  );
}

export function heatOption(heat: Heat): { option: EChartsCoreOption; height: number } {
  const { view, days, measure, small, width } = heat;
  const marks = special(heat);
  const [from, to] = [view.signOn, lastOf(heat)];
  const weeks = Math.ceil((Date.parse(to) - Date.parse(from)) / day / 7) + 1;
  const size = small
    ? Math.floor((width - 60) / 7)
    : Math.max(11, Math.min(26, Math.floor((width - 50) / weeks)));
  const cell = small ? Math.min(34, size) : size;
  const counts = new Map(days.map((one) => [one.day, one.counts[measure]]));
  const shown = new Set([...counts.keys(), ...marks.keys()]);
  const pieces = stepsOf([...counts.values()]);
  const scale = measure === 'escalations' ? reds : blues;
  const dark = pieces.length > 3 ? (pieces[3]?.min ?? Infinity) : Infinity;
  const across = small ? weeks * Math.min(24, cell) : 7 * cell;
  const option = {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    tooltip: { formatter: ({ value }: { value: [string, number] }) => tooltip(heat, value[0]) },
    visualMap: {
      type: 'piecewise',
      orient: 'horizontal',
      left: 0,
      top: 0,
      itemGap: 16,
      itemWidth: 14,
      itemHeight: 14,
      textStyle: { color: colors.ink },
      align: 'left',
      outOfRange: { color: '#ffffff' },
      pieces: pieces.map(({ min, max }, at) => ({
        ...{ min, max, color: scale[at + scale.length - pieces.length] },
        label: small ? rangeOf(min, max, '–') : `${rangeOf(min, max, '至')}项`,
      })),
    },
    calendar: {
      orient: small ? 'vertical' : 'horizontal',
      top: small ? 76 : 56,
      left: small ? 44 : 30,
      range: [from, to],
      cellSize: small ? [cell, Math.min(24, cell)] : [cell, cell],
      itemStyle: { color: '#fff', borderColor: colors.rule, borderWidth: 1 },
      splitLine: { lineStyle: { color: colors.muted, width: 1 } },
      dayLabel: { firstDay: 1, nameMap: ['日', '一', '二', '三', '四', '五', '六'], color: colors.muted },
      monthLabel: {
        color: colors.ink,
        formatter: ({ M, yyyy }: { M: number | string; yyyy: string }) =>
          Number(M) !== 1 ? `${M}月` : small ? `${yyyy.slice(2)}年` : `${yyyy}年1月`,
      },
      yearLabel: { show: false },
    },
    series: {
      type: 'heatmap',
      coordinateSystem: 'calendar',
      cursor: 'pointer',
      data: [...shown]
        .filter((on) => on <= to)
        .map((on) => ({
          value: [on, counts.get(on) ?? 0],
          label: {
            show: marks.has(on),
            formatter: marks.get(on) ?? '',
            fontSize: 10,
            color: (counts.get(on) ?? 0) >= dark ? '#fff' : colors.muted,
          },
        })),
    },
  };
  return { option, height: across + (small ? 96 : 76) };
}
