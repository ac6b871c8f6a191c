import type { RuleBook } from '#domain/case';
import type { Day } from '#domain/day';
import { derive, type Deadline } from '#domain/deadline';
import { explain } from '#domain/explain';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import { midterm } from '#domain/kinds/pairing/expected';
import { steps } from '#domain/kinds/pairing/steps';
import { ruleOn } from '#domain/rule';

/** The steps of a pair in their order up to its plan. */
const preparing = [
  'confirm',
  'file-group',
  'sign-pledge',
  'file-pledge',
  'file-needs',
  'submit-plan',
] as const;
const shown: readonly string[] = ['confirm', 'file-group', 'sign-pledge', 'file-needs', 'submit-plan'];

/** By what the days are counted. */
type Counting = Pick<RuleBook, 'calendar' | 'deadlines'>;

export interface Milestone {
  code: (typeof preparing)[number] | 'launch' | 'midterm' | 'end';
  label: string;
  on: Day;
}

/** When things fall due if the notice is signed today and every step is taken on its last day. */
export function milestonesOf(
  { launchOn, from, to }: LaunchForm,
  today: Day,
  { calendar, deadlines }: Counting,
): Milestone[] {
  const milestones: Milestone[] = [];
  let start = today;
  for (const code of preparing) {
    start = derive(ruleOn(deadlines, `pairing.${code}`, start), start, calendar).due;
    if (shown.includes(code))
      milestones.push({ code, label: `${steps[code]?.label ?? code}（最迟）`, on: start });
  }
  milestones.push(
    { code: 'launch', label: '改革启动', on: launchOn },
    { code: 'midterm', label: '中期检查', on: midterm({ from, to }) },
    { code: 'end', label: '结对期满', on: to },
  );
  return milestones.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

export function firstDueOf(today: Day, { calendar, deadlines }: Counting) {
  const first: Deadline = derive(ruleOn(deadlines, 'pairing.confirm', today), today, calendar);
  return { label: `${first.label}（如今天签发）`, due: first.due, sentence: explain(first) };
}
