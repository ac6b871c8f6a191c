import type { Effect, OpenTodo } from '../case.ts';
import type { Day } from '../day.ts';
import type { Office } from '../permission.ts';
import { officeKey } from './cast.ts';
import { counted, type Counted, type Counts } from './rehearsed.ts';

export const noCounts = (): Counts => Object.fromEntries(counted.map((one) => [one, 0])) as Counts;

/** Counts by a key, with what the key stands for. */
export class Heap<T extends object> {
  readonly #found = new Map<string, T & { times: number }>();

  add(key: string, what: () => T, times = 1): void {
    const known = this.#found.get(key);
    if (known) known.times += times;
    else this.#found.set(key, { ...what(), times });
  }

  /** The most frequent first. */
  all(): (T & { times: number })[] {
    const found = [...this.#found.values()].filter(({ times }) => times > 0);
    return found.sort((one, other) => other.times - one.times);
  }
}

export interface OfficeDays {
  office: Office;
  days: Map<Day, Counts>;
}
export interface Duty {
  office: Office;
  step: string;
}

const messageCounts: Record<string, Counted> = { reminder: 'reminders', escalation: 'escalations' };

/** What a rehearsal brings, counted while it runs: by day, and by office and day. */
export class Tally {
  readonly days = new Map<Day, Counts>();
  readonly offices = new Map<string, OfficeDays>();
  readonly duties = new Map<Day, Heap<Duty>>();
  readonly papers = new Heap<{ code: string }>();
  readonly effects = new Heap<{ code: string }>();
  readonly #end: Day;

  constructor(end: Day) {
    this.#end = end;
  }

  add(what: Counted, day: Day, office?: Office, times = 1): void {
    if (day > this.#end) return;
    const counts = this.days.get(day) ?? noCounts();
    counts[what] += times;
    this.days.set(day, counts);
    if (office) this.ofOffice(what, day, office, times);
  }

  /** Of one office alone: the day has it already. */
  ofOffice(what: Counted, day: Day, office: Office, times = 1): void {
    const key = officeKey(office);
    const one = this.offices.get(key) ?? { office, days: new Map<Day, Counts>() };
    this.offices.set(key, one);
    const own = one.days.get(day) ?? noCounts();
    own[what] += times;
    one.days.set(day, own);
  }

  /** A todo falls due on its day, whenever it is answered; `times` is -1 where the day is taken back. */
  due({ office, step, deadline }: OpenTodo, times: 1 | -1 = 1): void {
    if (!deadline || deadline.due > this.#end) return;
    this.add('due', deadline.due, office, times);
    const heap = this.duties.get(deadline.due) ?? new Heap<Duty>();
    this.duties.set(deadline.due, heap);
    heap.add(`${officeKey(office)} ${step}`, () => ({ office, step }), times);
  }

  effect(effect: Effect, day: Day): void {
    if (effect.type === 'message') {
      this.add(messageCounts[effect.code] ?? 'messages', day, effect.to);
      this.effects.add(effect.code, () => ({ code: effect.code }));
    } else if (effect.type === 'issueNotice') {
      this.add('papers', day);
      this.papers.add(effect.code, () => ({ code: effect.code }));
      // What an organisation receives comes to its liaison.
      for (const orgId of effect.to) this.ofOffice('papers', day, { orgId, role: 'liaison' });
    } else if (!effect.type.endsWith('Todo')) this.effects.add(effect.type, () => ({ code: effect.type }));
  }
}
