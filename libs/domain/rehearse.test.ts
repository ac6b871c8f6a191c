import { expect, test } from '@jest/globals';
import { seedCalendar as calendar } from '#db/seed/calendar';
import { isWorkingDay, workingDaysBetween } from './calendar.ts';
import { kindCodes, kindOf } from './kinds/index.ts';
import { repliesOf } from './kinds/rehearsals.ts';
import { Cast } from './rehearsal/cast.ts';
import { Findings } from './rehearsal/findings.ts';
import { MemberPlay } from './rehearsal/member.ts';
import { Tally } from './rehearsal/tally.ts';
import { rehearse } from './rehearse.ts';
import { assuming, id, rehearsing } from './rehearse.sample.ts';

const mixed = assuming({ latePercent: 30, neverPercent: 3 }, 10);

test('the same question has the same answer, another seed has another', () => {
  const asked = { ...rehearsing(calendar, 6), assumptions: mixed };
  const first = rehearse(asked);
  expect(rehearse(asked)).toEqual(first);
  const other = rehearse({ ...asked, assumptions: { ...mixed, seed: 8 } });
  expect(other.days).not.toEqual(first.days);
});

test('where everybody answers on time nothing is late, nothing escalates and every case is filed', () => {
  const { total, finished, unfinished, refusals, unanswered, unmanned } = rehearse(rehearsing(calendar, 4));
  expect([total.late, total.escalations, finished]).toEqual([0, 0, 4]);
  expect({ unfinished, refusals, unanswered, unmanned }).toEqual({
    ...{ unfinished: [], refusals: [], unanswered: [], unmanned: [] },
  });
  // Of two checkers one hands in for both, in two inspections of each pair.
  expect([total.done, total.closed]).toEqual([total.opened - 4 * 2, total.opened]);
  // Letter of responsibility, two bulletins.
  expect(total.papers).toBe(4 * 3);
});

test('where nobody answers every rung of the ladder comes once for each todo, on working days only', () => {
  const asked = {
    ...rehearsing(calendar, 3),
    end: '2026-06-30',
    assumptions: assuming({ neverPercent: 100 }),
  };
  const { total, days, offices, unfinished } = rehearse(asked);
  expect(total.done).toBe(0);
  const received = (what: 'reminders' | 'escalations', role: string) =>
    offices.filter(({ office }) => office.role === role).reduce((sum, one) => sum + one.total[what], 0);
  const [todos, after] = [6, Math.floor(workingDaysBetween(calendar, '2026-03-09', '2026-06-30') / 2)];
  // Two days before, on the day (five days before is the day of opening), then every second working day.
  expect(received('reminders', 'liaison')).toBe(todos * (2 + after));
  for (const role of ['section-head', 'leader', 'chief-leader'])
    expect([role, received('escalations', role)]).toEqual([role, todos]);
  const rung = days.filter(({ counts }) => counts.reminders + counts.escalations > 0);
  expect(rung.filter(({ day }) => !isWorkingDay(calendar, day))).toEqual([]);
  expect(unfinished.map(({ why, stage }) => [why, stage])).toEqual(Array(3).fill(['never', 'confirming']));
});

test('late answers are as many as assumed, and as late', () => {
  const { total, offices } = rehearse({
    ...rehearsing(calendar, 4),
    assumptions: assuming({ latePercent: 100 }),
  });
  expect([total.done > 0, total.late]).toEqual([true, total.done]);
  // Four working days late: the head of the section and the leader are told, the chief leader is not.
  const told = offices.filter((one) => one.total.escalations > 0).map(({ office }) => office.role);
  expect(told.sort()).toEqual(['leader', 'section-head']);
});

test('answers and assumptions belong together: half of the todos late, half on time', () => {
  const { offices } = rehearse({ ...rehearsing(calendar, 12), assumptions: assuming({ latePercent: 50 }) });
  // The leaders' is left out: what is put before them is dropped when the late work is done before they decide.
  const hospitals = offices.filter(({ office }) => ['liaison', 'principal'].includes(office.role));
  const sum = (what: 'late' | 'done') => hospitals.reduce((total, one) => total + one.total[what], 0);
  expect(sum('late') / sum('done')).toBeGreaterThan(0.45);
  expect(sum('late') / sum('done')).toBeLessThan(0.55);
});

test('every answer of a table answers an action of its kind', () => {
  for (const code of kindCodes)
    for (const action of Object.keys(repliesOf(code))) expect(kindOf(code).actions[action]).toBeDefined();
});

test('days, offices and the duties of the busiest days add up', () => {
  const { days, total, busiest, offices } = rehearse({ ...rehearsing(calendar, 8), assumptions: mixed });
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(sum(days.map(({ counts }) => counts.due))).toBe(total.due);
  expect(sum(offices.map((one) => one.total.due))).toBe(total.due);
  expect(sum(offices.flatMap((one) => one.days.map((cell) => cell[2] ?? 0)))).toBe(total.due);
  expect(busiest).toHaveLength(10);
  for (const { counts, duties } of busiest) expect(sum(duties.map(({ times }) => times))).toBe(counts.due);
  const rest = days.filter(({ day }) => !busiest.some((one) => one.day === day));
  const least = Math.min(...busiest.map(({ counts }) => counts.due));
  expect(Math.max(...rest.map(({ counts }) => counts.due))).toBeLessThanOrEqual(least);
});

test('a hospital without a principal is named with the step that nobody may do, and its case stands still', () => {
  const all = rehearsing(calendar, 2);
  const lacks = (role: string, orgId: string) =>
    all.staff.filter(({ posts }) => !posts.some((post) => post.orgId === orgId && post.role === role));
  const { unmanned, unfinished, finished } = rehearse({ ...all, staff: lacks('principal', id(101)) });
  const office = { orgId: id(101), role: 'principal' };
  expect(unmanned).toEqual([{ office, step: 'sign-pledge', times: 1, others: false }]);
  expect(unfinished.map(({ why, stage, id: row }) => [row, stage, why])).toEqual([
    ['1', 'pledging', 'nobody'],
  ]);
  expect(finished).toBe(1);
  const without = rehearse({ ...all, staff: lacks('liaison', id(101)) });
  expect(without.unmanned.every(({ others }) => others)).toBe(true);
  expect(without.finished).toBe(2);
});

test('deadlines that roll across a holiday are named with it', () => {
  const asked = rehearsing(calendar, 2, { start: '2026-09-24', from: '2026-09-24', to: '2027-03-31' });
  const { holidays } = rehearse(asked);
  expect(holidays).toContainEqual({
    ...{ sort: 'across', name: '中秋节、国庆节', step: 'confirm', due: '2026-10-09', times: 4 },
  });
  expect(holidays.some(({ sort, instead }) => sort === 'rolled' && instead !== undefined)).toBe(true);
  // The middle of the term is a Sunday: an agreed day does not roll.
  expect(holidays).toContainEqual({
    ...{ sort: 'on', name: '周末', step: 'inspect-midterm', due: '2026-12-27', times: 2 },
  });
});

test('deadlines in a year whose days off are not published are counted as provisional', () => {
  const { provisional } = rehearse(rehearsing(calendar, 2, { to: '2027-03-31', end: '2027-07-31' }));
  expect(provisional.find(({ step }) => step === 'archive')?.times).toBe(2);
  expect(provisional.every(({ firstDue }) => firstDue > '2026-12-31')).toBe(true);
});

test('a step for which the kind has no answer is never answered, and is counted as such', () => {
  const asked = rehearsing(calendar, 1);
  const [tally, findings] = [new Tally(asked.end), new Findings(calendar)];
  const scene = {
    ...asked,
    ...{ kind: kindOf('pairing'), replies: {}, prefix: '', opens: () => undefined },
    ...{ cast: new Cast(asked.staff), tally, findings },
  };
  expect(new MemberPlay(scene, '1').play(asked.members[0]!.fields)).toBe(false);
  // What is late comes before the section head, the leader and the chief leader; nobody answers here either.
  expect(findings.unanswered.all()).toEqual([
    { step: 'decide-escalation', times: 6 },
    { step: 'confirm', times: 2 },
  ]);
});

test('what a procedure refuses is named with its reason: a plan that comes after the end of the term', () => {
  const { refusals, unfinished } = rehearse(rehearsing(calendar, 1, { to: '2026-03-31' }));
  expect(refusals.map(({ step }) => step)).toEqual(['submit-plan']);
  expect(unfinished[0]?.why).toBe('refused');
});

test('150 pairs over a year are rehearsed within seconds', () => {
  const asked = { ...rehearsing(calendar, 150, { to: '2027-03-01', end: '2027-05-31' }), assumptions: mixed };
  const before = process.cpuUsage();
  const { members, acts } = rehearse(asked);
  const { user } = process.cpuUsage(before);
  expect([members, acts > 5_000]).toEqual([150, true]);
  // 3 s on the machine on which it was written; the bound leaves room for slower ones.
  expect(user / 1_000_000).toBeLessThan(15);
}, 60_000);
