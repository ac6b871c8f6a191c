// Who takes part in the rehearsals of rehearse.test.ts, and how they answer.
import type { Actor, Post } from './actor.ts';
import type { RuleBook } from './case.ts';
import { at, type Day } from './day.ts';
import { bookFor, openedKinds } from './kinds/index.ts';
import { coreAreas } from './kinds/pairing/areas.ts';
import type { Answering, Assumptions } from './rehearsal/assumptions.ts';
import { roleCodes } from './role.ts';
import type { Rehearsing } from './rehearse.ts';

export const id = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const bureauId = id(9999);
const pilots = 50;

const onTime: Answering = { latePercent: 0, neverPercent: 0, earlyWorkingDays: 1, lateWorkingDays: 4 };
export const assuming = (more: Partial<Answering> = {}, negativePercent = 0): Assumptions => {
  const answering = { ...onTime, ...more };
  return { seed: 7, hospitals: answering, bureau: answering, negativePercent };
};

/** Hospitals 1 to 50 help those from 101 on; everybody who should be there is there. */
export function rehearsing(
  calendar: RuleBook['calendar'],
  pairs: number,
  {
    start = '2026-03-02',
    from = '2026-03-02',
    to = '2026-12-31',
    end = '2027-04-30',
  }: Record<string, Day> = {},
): Rehearsing {
  const fields = { from, to, launchOn: '2026-04-08', areas: coreAreas.join(',') };
  const members = Array.from({ length: pairs }, (_, at) => ({
    id: String(at + 1),
    fields: { ...fields, pilotId: id(1 + (at % pilots)), assistedId: id(101 + at) },
  }));
  const orgs = [...new Set(members.flatMap((one) => [one.fields.pilotId, one.fields.assistedId]))];
  const staff = orgs.flatMap((orgId) =>
    (['liaison', 'principal'] as const).map((role) => holder({ orgId, orgKind: 'hospital', role })),
  );
  const bureau = ['inspector', 'section-head', 'leader', 'chief-leader', 'archivist'] as const;
  staff.push(...bureau.map((role) => holder({ orgId: bureauId, orgKind: 'bureau', role })));
  const book = bookFor('pairing', calendar);
  const opened = Object.fromEntries(openedKinds.map((kind) => [kind, bookFor(kind, calendar)]));
  return {
    kind: 'pairing',
    members,
    book,
    opened,
    start: at(start, '09:30'),
    end,
    assumptions: assuming(),
    staff,
  };
}

/** Forms name persons by an id. */
const holder = (post: Post): Actor => ({
  personId: post.orgId.replace('018f0000', `018f00${roleCodes.indexOf(post.role) + 10}`),
  posts: [post],
});
