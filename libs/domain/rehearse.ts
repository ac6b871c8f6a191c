import type { Actor } from './actor.ts';
import type { RuleBook } from './case.ts';
import { shanghaiDay, type Day, type Instant } from './day.ts';
import { kindOf } from './kinds/index.ts';
import { repliesOf } from './kinds/rehearsals.ts';
import type { Assumptions } from './rehearsal/assumptions.ts';
import { Cast } from './rehearsal/cast.ts';
import { Findings } from './rehearsal/findings.ts';
import { MemberPlay, type Member } from './rehearsal/member.ts';
import type { Scene } from './rehearsal/plan.ts';
import type { Rehearsed } from './rehearsal/rehearsed.ts';
import { busiestOf, daysOf, officesOf, totalOf } from './rehearsal/result.ts';
import { Tally } from './rehearsal/tally.ts';

/** What is rehearsed: ids, days and numbers only, so that it can be handed to a thread. */
export interface Rehearsing {
  kind: string;
  members: readonly Member[];
  book: RuleBook;
  /** Of the kinds that a case opens by its effects, by kind. */
  opened: Readonly<Record<string, RuleBook>>;
  start: Instant;
  /** The last day that is played. */
  end: Day;
  assumptions: Assumptions;
  /** Everybody who holds a post in one of the organisations or in the bureau. */
  staff: readonly Actor[];
}

/**
 * What will come if all cases of a campaign run as assumed: each is played by its own procedure, on the real calendar, by the
 * rows and ladders in force. The same question has the same answer for ever.
 */
export function rehearse({
  kind: code,
  members,
  book,
  opened,
  start,
  end,
  assumptions,
  staff,
}: Rehearsing): Rehearsed {
  const [tally, findings] = [new Tally(end), new Findings(book.calendar)];
  const kind = kindOf(code);
  const shared = { assumptions, cast: new Cast(staff), tally, findings };
  const scenes = Object.entries(opened).map(([of, rows]): [string, Scene] => [
    of,
    { kind: kindOf(of), replies: repliesOf(of), book: rows, prefix: `${of}/`, ...shared },
  ]);
  const opens = new Map(scenes);
  const scene = {
    ...{ kind, replies: repliesOf(code), book, prefix: '', ...shared, start, end },
    opens: (of: string) => opens.get(of),
  };
  const sum = { finished: 0, acts: 0, rings: 0 };
  for (const { id, fields } of members) {
    const play = new MemberPlay(scene, id);
    if (play.play(fields)) sum.finished += 1;
    sum.acts += play.acts;
    sum.rings += play.rings;
  }
  const days = daysOf(tally);
  const order = Object.keys(kind.stages);
  return {
    ...{ start: shanghaiDay(start), end, members: members.length, ...sum },
    ...{ total: totalOf(days), days, busiest: busiestOf(tally, days), offices: officesOf(tally, days) },
    holidays: findings.holidays.all().sort((one, other) => (one.due < other.due ? -1 : 1)),
    provisional: [...findings.provisional].map(([step, one]) => ({ step, ...one })),
    unmanned: findings.unmanned.all(),
    unfinished: findings.unfinished,
    stages: [...findings.stages.values()].sort(
      (one, other) => order.indexOf(one.stage) - order.indexOf(other.stage),
    ),
    papers: tally.papers.all(),
    effects: tally.effects.all(),
    unanswered: findings.unanswered.all(),
    refusals: findings.refusals.all(),
  };
}
