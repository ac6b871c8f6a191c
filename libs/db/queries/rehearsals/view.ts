import type { RehearsalView } from '#contracts/rehearsal';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import type { CaseState } from '#domain/case';
import type { Kind } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import { noticeTypeOf } from '#domain/notice-types';
import type { Rehearsed, Unfinished } from '#domain/rehearsal/rehearsed';
import type { EntityManager } from '../../orm.ts';
import { dutiesOf } from './duties.ts';
import { rehearsalNames, type RehearsalNames } from './names.ts';
import type { PreparedRehearsal } from './rehearsing.ts';

const shownWaits = 3;

/** What came out, with the names of organisations, people, steps and stages. */
export async function rehearsalViewOf(
  em: EntityManager,
  prepared: PreparedRehearsal,
  result: Rehearsed,
): Promise<RehearsalView> {
  const names = await rehearsalNames(em, prepared);
  const { subject, signOn, rehearsing } = prepared;
  const kind = kindOf(subject.kind);
  const labelOf = (step: string) => stepLabel(kind, step);
  const stageOf = (stage: string) => kind.stages[stage] ?? stage;
  const stepped = <T extends { step: string }>({ step, ...rest }: T) => ({
    stepLabel: labelOf(step),
    ...rest,
  });
  const { calendar } = rehearsing.book;
  const { end, members, finished, acts, rings, total, days } = result;
  return {
    ...{ title: subject.title, signOn, termEnd: subject.to, end },
    ...{ members, finished, acts, rings, total, days },
    calendar: specialDays(calendar, signOn, end),
    publishedThrough: calendar.publishedThrough,
    busiest: result.busiest.map((one) => ({
      ...{ day: one.day, counts: one.counts, duties: dutiesOf(one, names, labelOf) },
    })),
    offices: result.offices.map(({ office, mostDueOn = null, ...rest }) => ({
      ...names.office(office),
      holders: names.holders(office, true),
      ...rest,
      mostDueOn,
    })),
    holidays: result.holidays.map((one) => ({ ...stepped(one), instead: one.instead ?? null })),
    provisional: result.provisional.map(stepped),
    unmanned: result.unmanned.map(({ office, ...rest }) => ({
      ...names.office(office),
      ...stepped(rest),
      withoutAccount: names.holders(office, false),
    })),
    unfinished: result.unfinished.map((one) => unfinishedOf(one, names, stageOf, labelOf)),
    stages: result.stages.map(({ stage, worstId, ...rest }) => ({
      ...{ label: stageOf(stage), worstTitle: names.memberTitle(worstId), ...rest },
    })),
    papers: result.papers.map(({ code, times }) => ({ label: noticeTypeOf(code).label, times })),
    unanswered: result.unanswered.map(stepped),
    refusals: result.refusals.map(stepped),
  };
}

/** Steps of a case that the member opened carry its kind: `commitment/sign-for`. */
function stepLabel(kind: Kind<CaseState>, step: string): string {
  const [code = '', of] = step.split('/').reverse();
  const own = of === undefined ? kind : kindOf(of);
  const label = own.steps[code]?.label ?? own.actions[code]?.label ?? code;
  const taken = own !== kind && Object.values(kind.steps).some((one) => one.label === label);
  return taken ? `${label}（${own.label}）` : label;
}

function specialDays(calendar: Calendar, from: Day, to: Day): RehearsalView['calendar'] {
  return Object.entries(calendar.days)
    .filter(([day]) => day >= from && day <= to)
    .map(([day, { kind, name }]) => ({ day, kind, name }));
}

function unfinishedOf(
  { id, stage, why, waits }: Unfinished,
  names: RehearsalNames,
  stageOf: (stage: string) => string,
  labelOf: (step: string) => string,
): RehearsalView['unfinished'][number] {
  const told = waits
    .slice(0, shownWaits)
    .map(({ step, office }) => `${names.office(office).office} ${labelOf(step)}`);
  if (waits.length > shownWaits) told.push(`等${waits.length}项`);
  return { title: names.memberTitle(id), stageLabel: stageOf(stage), why, waits: told };
}
