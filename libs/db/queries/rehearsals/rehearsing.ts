import type { Clock } from '#config/clock';
import type { RehearsalBody } from '#contracts/rehearsal';
import { conflict, invalid, ProblemError } from '#contracts/problem';
import { addDays, at, longDay, type Day } from '#domain/day';
import type { RuleBook } from '#domain/case';
import { openedKinds } from '#domain/kinds/index';
import type { Answering } from '#domain/rehearsal/assumptions';
import type { Rehearsing } from '#domain/rehearse';
import type { EntityManager } from '../../orm.ts';
import { ruleBookFor } from '../rule-book.ts';
import { rehearsalStaff, type RehearsalStaff } from './staff.ts';
import { subjectOf, type Subject } from './subject.ts';

/** What a thread needs to rehearse, and what names its result. */
export interface PreparedRehearsal {
  subject: Subject;
  signOn: Day;
  rehearsing: Rehearsing;
  staff: RehearsalStaff;
}

/** Some 20 ms of CPU each over a year: the answer should come while somebody waits for it. */
const mostMembers = 300;
const mostDays = 1_100;
/** After the term pairs are summed up, closed and filed. */
const daysAfterTerm = 90;
/** In the morning, as a notice is signed. */
const signedAt = '09:30';

const silent: Answering = { latePercent: 0, neverPercent: 100, earlyWorkingDays: 0, lateWorkingDays: 1 };

export async function prepareRehearsal(
  em: EntityManager,
  clock: Clock,
  body: RehearsalBody,
): Promise<PreparedRehearsal> {
  const subject = await subjectOf(em, clock, body);
  const { kind, members, to } = subject;
  const today = clock.today();
  const signOn = body.signOn ?? today;
  if (signOn < today) throw invalid('signOn', `签发日不能早于今天（${longDay(today)}）。`);
  if (signOn >= to) throw invalid('signOn', `签发日应早于结对期满日（${longDay(to)}）。`);
  const end = addDays(to, daysAfterTerm);
  if (members.length > mostMembers)
    throw new ProblemError(
      422,
      'too-large',
      `一次最多预演${mostMembers}对，这份名单有${members.length}对。请分几个批次发起，分别预演。`,
    );
  if (end > addDays(signOn, mostDays))
    throw conflict('预演最长为三年，请缩短结对期限后再预演。', 'too-large');
  const hospitals = members.flatMap(({ fields }) => [String(fields.pilotId), String(fields.assistedId)]);
  const staff = await rehearsalStaff(em, today, [...new Set(hospitals)]);
  const book = await ruleBookFor(em, kind, today);
  const opened: Record<string, RuleBook> = {};
  for (const code of openedKinds) opened[code] = await ruleBookFor(em, code, today);
  const { hospitals: answering, bureau, negativePercent, seed, silentOrgs } = body;
  const orgs = Object.fromEntries(silentOrgs.map((orgId) => [orgId, silent]));
  const assumptions = { hospitals: answering, bureau, orgs, negativePercent, seed };
  const start = at(signOn, signedAt);
  return {
    ...{ subject, signOn, staff },
    rehearsing: { kind, members, book, opened, start, end, assumptions, staff: staff.staff },
  };
}
