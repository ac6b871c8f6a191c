import type { RehearsalView } from '#contracts/rehearsal';
import { officeKey } from '#domain/rehearsal/cast';
import type { BusyDay } from '#domain/rehearsal/rehearsed';
import { roleLabel, type RehearsalNames } from './names.ts';

type Duty = RehearsalView['busiest'][number]['duties'][number];

/** Who owes what on one day: each step and role once, with the organisation that has the most of it. */
export function dutiesOf(
  { duties }: BusyDay,
  { office: officeOf, orgName }: RehearsalNames,
  labelOf: (step: string) => string,
): Duty[] {
  const groups = new Map<string, Duty & { seen: Set<string> }>();
  for (const { office, step, times } of duties) {
    const { side, orgId } = officeOf(office);
    const key = `${side} ${office.role} ${step}`;
    const group = groups.get(key) ?? {
      ...{ stepLabel: labelOf(step), roleLabel: roleLabel(office), side },
      ...{ times: 0, orgs: 0, most: null, seen: new Set<string>() },
    };
    groups.set(key, group);
    group.times += times;
    group.seen.add(officeKey(office));
    if (orgId && times > (group.most?.times ?? 0)) group.most = { orgName: orgName(orgId), times };
  }
  return [...groups.values()]
    .map(({ seen, ...duty }) => ({ ...duty, orgs: seen.size }))
    .sort((one, other) => other.times - one.times);
}
