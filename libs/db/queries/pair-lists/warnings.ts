import { dayKind, type Calendar } from '#domain/calendar';
import { fullDay, longDay, yearOf, type Day } from '#domain/day';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import type { Milestone } from './milestones.ts';
import type { Staff } from './staff.ts';

const shownNames = 10;
const namesText = (names: readonly string[]): string =>
  names.length > shownNames
    ? `${names.slice(0, shownNames).join('、')}等${names.length}家医院`
    : names.join('、');

/** What the inspector should know before he launches; none of it keeps him from it. */
export function warningsOf(
  form: LaunchForm,
  today: Day,
  calendar: Calendar,
  milestones: readonly Milestone[],
  receivers: readonly { orgId: string; name: string }[],
  staff: ReadonlyMap<string, Staff>,
): string[] {
  return [
    ...dayWarnings(form, today, calendar),
    ...milestoneWarnings(form, calendar, milestones),
    ...staffWarnings(receivers, staff),
  ];
}

function dayWarnings({ launchOn, from, to }: LaunchForm, today: Day, calendar: Calendar): string[] {
  const warnings: string[] = [];
  if (launchOn < today) warnings.push(`改革启动日${longDay(launchOn)}早于今天。`);
  else {
    const { kind, name } = dayKind(calendar, launchOn);
    if (kind === 'weekend') warnings.push(`改革启动日${fullDay(launchOn)}不是工作日。`);
    if (kind === 'holiday') warnings.push(`改革启动日${fullDay(launchOn)}在${name ?? ''}放假期间。`);
  }
  if (launchOn < from || launchOn > to) warnings.push('改革启动日不在结对期限之内。');
  if (to < today) warnings.push(`结对期限已于${longDay(to)}届满。`);
  else if (from < today) warnings.push(`结对开始日${longDay(from)}早于今天。`);
  return warnings;
}

function milestoneWarnings(
  { to }: LaunchForm,
  calendar: Calendar,
  milestones: readonly Milestone[],
): string[] {
  const warnings: string[] = [];
  const day = (code: Milestone['code']) => milestones.find((one) => one.code === code)?.on ?? '';
  const [plan, midterm] = [day('submit-plan'), day('midterm')];
  if (plan > to)
    warnings.push(`各步骤都在最后一天办理时，帮带计划要到${longDay(plan)}才提交，那时结对期限已满。`);
  else if (plan > midterm)
    warnings.push(
      `各步骤都在最后一天办理时，帮带计划要到${longDay(plan)}才提交，晚于中期检查（${longDay(midterm)}）。`,
    );
  const years = [
    ...new Set(milestones.filter(({ on }) => on > calendar.publishedThrough).map(({ on }) => yearOf(on))),
  ];
  if (years.length > 0)
    warnings.push(`${years.join('、')}年的放假安排尚未公布，落在其中的期限是暂定的，公布后重新计算。`);
  return warnings;
}

function staffWarnings(
  receivers: readonly { orgId: string; name: string }[],
  staff: ReadonlyMap<string, Staff>,
): string[] {
  const lacking = (role: keyof Staff) =>
    receivers
      .filter(({ orgId }) => !staff.get(orgId)?.[role].some((one) => one.account))
      .map(({ name }) => name);
  const [noLiaison, noPrincipal] = [lacking('liaison'), lacking('principal')];
  const warnings: string[] = [];
  if (noLiaison.length > 0)
    warnings.push(
      `没有能登录的医院联络员，待办将无人接收：${namesText(noLiaison)}。请系统管理员和安全管理员先行设置。`,
    );
  if (noPrincipal.length > 0)
    warnings.push(
      `没有能登录的医院主要负责人，责任书将无人签署：${namesText(noPrincipal)}。请系统管理员和安全管理员先行设置。`,
    );
  return warnings;
}
