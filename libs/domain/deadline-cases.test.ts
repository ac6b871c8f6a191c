import { expect, test } from '@jest/globals';
import { seedCalendar } from '#db/seed/calendar';
import { derive } from './deadline.ts';
import { parseLength } from './length.ts';

type Case = [
  rule: string,
  start: string,
  length: string,
  due: string,
  changes?: { suspended?: string[]; extended?: string[] },
];

/** Length `Q…`: counted from the end of the quarter in which the start lies. Due days roll. */
// prettier-ignore
const cases: Case[] = [
  ['the issue’s example: a make-up Sunday counts', '2026-09-18', '5WD', '2026-09-24'],
  ['one working day after a plain Monday', '2026-11-16', '1WD', '2026-11-17'],
  ['one working day after a Friday is Monday', '2026-11-20', '1WD', '2026-11-23'],
  ['an event on a Saturday counts from Monday', '2026-11-21', '1WD', '2026-11-23'],
  ['an event on a Sunday', '2026-11-22', '1WD', '2026-11-23'],
  ['an event on a make-up Sunday isn’t counted itself', '2026-09-20', '1WD', '2026-09-21'],
  ['the day before a make-up Saturday', '2026-02-13', '1WD', '2026-02-14'],
  ['a make-up Saturday after the holiday', '2026-02-27', '1WD', '2026-02-28'],
  ['across the Spring Festival of nine days', '2026-02-13', '3WD', '2026-02-25'],
  ['an event inside the Spring Festival', '2026-02-18', '2WD', '2026-02-25'],
  ['across Mid-Autumn and National Day', '2026-09-24', '5WD', '2026-10-09'],
  ['ten working days from quarter end over National Day', '2026-09-30', '10WD', '2026-10-20'],
  ['make-up day after National Day', '2026-10-09', '1WD', '2026-10-10'],
  ['make-up day after National Day, then Sunday off', '2026-10-09', '2WD', '2026-10-12'],
  ['across Labour Day with its make-up Saturday', '2026-04-30', '5WD', '2026-05-11'],
  ['across Dragon Boat', '2026-06-18', '1WD', '2026-06-22'],
  ['across Qingming', '2026-04-03', '2WD', '2026-04-08'],
  ['year end to the make-up Sunday after New Year', '2025-12-31', '1WD', '2026-01-04'],
  ['year end, two working days', '2025-12-31', '2WD', '2026-01-05'],
  ['year end into 2025', '2024-12-31', '1WD', '2025-01-02'],
  ['New Year’s Eve of the moon calendar 2024 was a working day', '2024-02-08', '1WD', '2024-02-09'],
  ['Spring Festival 2024 with both make-up Sundays', '2024-02-02', '8WD', '2024-02-19'],
  ['Qingming 2024 and its make-up Sunday', '2024-04-03', '1WD', '2024-04-07'],
  ['Labour Day 2024', '2024-04-26', '4WD', '2024-05-06'],
  ['Mid-Autumn 2024 with its make-up Saturday before', '2024-09-13', '2WD', '2024-09-18'],
  ['National Day 2024', '2024-09-27', '3WD', '2024-10-08'],
  ['the Saturday make-up after National Day 2024', '2024-10-11', '1WD', '2024-10-12'],
  ['Spring Festival 2025', '2025-01-24', '4WD', '2025-02-06'],
  ['Spring Festival 2025, make-up Saturday after', '2025-02-07', '1WD', '2025-02-08'],
  ['National Day and Mid-Autumn 2025 in one block of eight days', '2025-09-26', '4WD', '2025-10-09'],
  ['the prolonged Spring Festival of 2020', '2020-01-23', '1WD', '2020-02-03'],
  ['the New Year holiday that begins on the last day of 2022', '2022-12-30', '1WD', '2023-01-03'],
  ['two make-up days in a row, 2023', '2023-01-20', '2WD', '2023-01-29'],
  ['seven working days for service of a decision', '2026-03-30', '7WD', '2026-04-09'],
  ['twenty working days for publication', '2026-01-30', '20WD', '2026-03-05'],
  ['sixty working days', '2026-01-05', '60WD', '2026-04-03'],
  ['fifteen calendar days', '2026-11-02', '15CD', '2026-11-17'],
  ['calendar days ending on a Saturday roll to Monday', '2026-11-06', '15CD', '2026-11-23'],
  ['calendar days ending on a Sunday roll to Monday', '2026-11-07', '15CD', '2026-11-23'],
  ['calendar days ending on a make-up Sunday don’t roll', '2026-09-05', '15CD', '2026-09-20'],
  ['calendar days ending on a make-up Saturday don’t roll', '2026-04-24', '15CD', '2026-05-09'],
  ['calendar days ending on National Day roll over the whole block', '2026-09-16', '15CD', '2026-10-08'],
  ['calendar days ending on a Saturday before the block roll only to the make-up Sunday', '2026-09-04', '15CD', '2026-09-20'],
  ['ninety calendar days of a case', '2026-03-02', '90CD', '2026-06-01'],
  ['ninety calendar days over a year’s end', '2025-11-20', '90CD', '2026-02-24'],
  ['thirty calendar days over a leap day', '2024-01-31', '30CD', '2024-03-01'],
  ['one calendar day over the end of February in a plain year', '2025-02-27', '1CD', '2025-02-28'],
  ['one month from the 31st ends on the last day of the shorter month', '2026-03-31', '1MO', '2026-04-30'],
  ['one month from 31 January in a plain year', '2025-01-31', '1MO', '2025-02-28'],
  ['one month from 30 January in a leap year', '2024-01-30', '1MO', '2024-02-29'],
  ['six months keep the day-number', '2026-01-15', '6MO', '2026-07-15'],
  ['six months to a day off roll', '2026-04-03', '6MO', '2026-10-08'],
  ['three months over a year’s end', '2025-10-15', '3MO', '2026-01-15'],
  ['twelve months from 29 February', '2024-02-29', '12MO', '2025-02-28'],
  ['twenty-four months', '2024-05-20', '24MO', '2026-05-20'],
  ['a quarter’s end on a working day', '2026-02-10', 'Q', '2026-03-31'],
  ['a quarter’s end on its own day', '2026-03-31', 'Q', '2026-03-31'],
  ['a quarter’s end on a Sunday rolls', '2024-05-02', 'Q', '2024-07-01'],
  ['ten working days after the first quarter', '2026-03-05', 'Q10WD', '2026-04-15'],
  ['ten working days after the fourth quarter', '2025-12-01', 'Q10WD', '2026-01-15'],
  ['thirty calendar days after the second quarter', '2026-06-30', 'Q30CD', '2026-07-30'],
  ['seven clear working days before a plain Monday', '2026-11-16', '-7WD', '2026-11-04'],
  ['seven clear working days before a day after National Day', '2026-10-12', '-7WD', '2026-09-23'],
  ['seven clear working days before a Saturday', '2026-11-14', '-7WD', '2026-11-04'],
  ['three clear working days before, over a make-up Sunday', '2026-09-23', '-3WD', '2026-09-18'],
  ['the notice may be given on a make-up Saturday', '2026-10-13', '-1WD', '2026-10-10'],
  ['clear working days over the Spring Festival', '2026-02-25', '-3WD', '2026-02-12'],
  ['clear working days over a year’s end', '2026-01-06', '-3WD', '2025-12-30'],
  ['ten clear calendar days before; a day off moves back', '2026-10-17', '-10CD', '2026-09-30'],
  ['ten clear calendar days before a plain day', '2026-11-20', '-10CD', '2026-11-09'],
  ['suspended working days are skipped', '2026-09-28', '10WD', '2026-10-29', { suspended: ['2026-10-09..2026-10-20'] }],
  ['a suspension of one day', '2026-11-16', '3WD', '2026-11-20', { suspended: ['2026-11-18..2026-11-18'] }],
  ['a suspension over a weekend alone moves no working days', '2026-11-19', '3WD', '2026-11-24', { suspended: ['2026-11-21..2026-11-22'] }],
  ['a suspension before the start changes nothing', '2026-11-16', '3WD', '2026-11-19', { suspended: ['2026-11-02..2026-11-16'] }],
  ['a suspension after the due day changes nothing', '2026-11-16', '3WD', '2026-11-19', { suspended: ['2026-11-20..2026-11-30'] }],
  ['overlapping suspensions count once', '2026-11-02', '10WD', '2026-11-24', { suspended: ['2026-11-05..2026-11-10', '2026-11-09..2026-11-12'] }],
  ['a suspended make-up day is not counted', '2026-09-18', '5WD', '2026-09-28', { suspended: ['2026-09-20..2026-09-20'] }],
  ['a suspension from the first day on', '2026-11-16', '5WD', '2026-12-04', { suspended: ['2026-11-17..2026-11-27'] }],
  ['suspended calendar days move the due day', '2026-11-02', '15CD', '2026-11-23', { suspended: ['2026-11-09..2026-11-13'] }],
  ['moved into a second suspension it moves on', '2026-11-02', '15CD', '2026-11-27', { suspended: ['2026-11-09..2026-11-13', '2026-11-20..2026-11-24'] }],
  ['calendar days: overlapping suspensions count once', '2026-11-02', '15CD', '2026-11-25', { suspended: ['2026-11-05..2026-11-10', '2026-11-09..2026-11-12'] }],
  ['calendar days: the due day itself is suspended', '2026-11-02', '15CD', '2026-11-19', { suspended: ['2026-11-17..2026-11-18'] }],
  ['moved, then rolled', '2026-09-08', '15CD', '2026-10-08', { suspended: ['2026-09-14..2026-09-22'] }],
  ['suspended months move by calendar days', '2026-01-15', '6MO', '2026-08-17', { suspended: ['2026-03-01..2026-03-31'] }],
  ['months: suspended up to the due day as moved', '2026-04-28', '6MO', '2026-11-20', { suspended: ['2026-10-09..2026-10-20', '2026-10-15..2026-10-31'] }],
  ['months: moved, then rolled', '2026-02-28', '3MO', '2026-06-01', { suspended: ['2026-05-01..2026-05-02'] }],
  ['an extension in the rule’s own unit goes on from the term’s end', '2026-11-02', '7WD', '2026-11-20', { extended: ['7WD'] }],
  ['thirty calendar days extended by thirty: only the end rolls', '2026-03-02', '30CD', '2026-05-06', { extended: ['30CD'] }],
  ['mixed units: three months extended by ten working days', '2026-01-15', '3MO', '2026-04-29', { extended: ['10WD'] }],
  ['mixed units: working days extended by calendar days', '2026-09-18', '5WD', '2026-10-08', { extended: ['10CD'] }],
  ['extended twice', '2026-03-02', '60CD', '2026-06-12', { extended: ['30CD', '10WD'] }],
  ['suspended and extended', '2026-09-28', '15CD', '2026-11-09', { suspended: ['2026-10-09..2026-10-20'], extended: ['15CD'] }],
  ['a suspension in the extension', '2026-11-02', '7WD', '2026-11-19', { suspended: ['2026-11-13..2026-11-17'], extended: ['3WD'] }],
];

function suspension(text: string) {
  const [from = '', to] = text.split('..');
  return { from, to };
}

test.each(cases)('%s: %s + %s = %s', (_rule, start, text, due, changes = {}) => {
  const quarter = text.startsWith('Q') ? { ...parseLength('quarter-end') } : {};
  const length = text === 'Q' ? quarter : { ...quarter, ...parseLength(text.replace('Q', '')) };
  const row = {
    code: 'case',
    label: '例',
    from: '2020-01-01',
    ground: '例',
    mark: 'law',
    roll: true,
  } as const;
  const rule = { ...row, unit: 'CD', count: 0, ...length } as const;
  const deadline = derive(rule, start, seedCalendar, {
    suspensions: changes.suspended?.map(suspension),
    extensions: changes.extended?.map(parseLength),
  });
  expect(deadline.due).toBe(due);
  expect(deadline.provisional).toBe(false);
});
