import { newId } from '#db/id';
import { storedCase } from '#db/queries/stored-case';
import type { CaseState, OpenTodo } from '#domain/case';
import { addDays, daysBetween, shanghaiDay, type Day } from '#domain/day';
import { findings } from '#domain/kinds/on-site-check/on-site-check.sample';
import { kindOf } from '#domain/kinds/index';
import { pieceOf } from '#domain/service/state';
import { demoPeople } from '#db/seed/demo-people';
import { demoId } from '#db/seed/demo';
import { draw } from '#domain/rehearsal/dice';
import { Refused } from '#runner/refused';
import type { Bureau } from './bureau.ts';
import { contacts } from './pairs.ts';
import { demoActor } from './play-case.ts';

export interface PlayedCase {
  id: string;
  kind: string;
  name: string;
  /** After how many days this piece of work is answered; undefined: never. */
  answersAfter: (key: string) => number | undefined;
}

const often = [1, 2, 4, 8, 13, 20, 31, 50];
/** By lot, the same for the same seed: in time or late. */
export const byLot = (seed: number, name: string) => (key: string) =>
  often[Math.floor(draw(seed, `${name} ${key}`) * often.length)] ?? 1;

export const isWorkTodo = ({ ladder, deadline }: OpenTodo): boolean => ladder === undefined && !!deadline;

/** Who holds such an office, in the order in which they are asked. */
function holdersOf({ office, holder }: OpenTodo): string[] {
  const all = demoPeople.filter(({ login, posts }) =>
    holder === undefined
      ? posts.some(
          ({ role, org }) =>
            role === office.role && (!('orgId' in office) || demoId('org', org) === office.orgId),
        )
      : demoId('person', login) === holder,
  );
  return all.map(({ login }) => login);
}

const servers = ['inspector1', 'inspector2'];
/** What two of the bureau bring back where they went the way that was due, with luck or without. */
function broughtBack(state: CaseState, { step, round }: OpenTodo, luck: boolean): string | undefined {
  const { service, recipient } = pieceOf(round);
  const next = state.services?.[service]?.to[recipient]?.next;
  if (step === 'follow-post') return luck ? 'post-received' : 'post-returned';
  // A public notice runs out by itself; whoever was sent a paper gets the time to sign for it.
  if (step !== 'serve' || next === undefined || next === 'electronic') return undefined;
  const results: Record<string, string> = { left: 'left', post: 'posted', public: 'published' };
  return results[next] ?? (luck ? 'handed' : 'absent');
}

/** What people do at the desk in a simulated year; a refusal leaves the work where it is. */
export class Players {
  constructor(
    private readonly desk: Bureau,
    private readonly seed: number,
    private readonly works: (day: Day) => boolean,
  ) {}

  holders = holdersOf;
  actor = demoActor;

  async state(caseId: string): Promise<CaseState> {
    const stored = await storedCase(this.desk.orm.em.fork(), caseId);
    if (!stored) throw new Error('no such case');
    return stored.state;
  }

  /** Answers whatever its lot has come for; `before` is how the case stands now. */
  async answer(played: PlayedCase, before: CaseState, today: Day): Promise<void> {
    for (const [key, todo] of Object.entries(before.todos)) {
      const after = played.answersAfter(key);
      const opened = shanghaiDay(todo.openedAt);
      // What was opened this morning is left for another day, in which its rungs have fired.
      if (after === undefined || daysBetween(opened, today) < Math.max(after, 1)) continue;
      const state = await this.state(played.id);
      const asked = state.todos[key];
      if (!asked) continue;
      const reply = this.#reply(played, state, key, asked, today);
      if (!reply) continue;
      for (const login of holdersOf(asked)) if (await this.act(played, login, ...reply)) break;
    }
  }

  /** Whether it was accepted. */
  async act(
    { id: caseId, kind }: PlayedCase,
    login: string,
    action: string,
    fields: object = {},
  ): Promise<boolean> {
    const facts =
      action === 'hand-in'
        ? { findings }
        : action === 'record-service'
          ? { persons: servers.map(demoActor) }
          : {};
    try {
      const message = { actId: newId(), action, actor: demoActor(login), fields, facts };
      await this.desk.send({ caseId, kind }, message);
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  #reply(
    { kind, name }: PlayedCase,
    state: CaseState,
    key: string,
    todo: OpenTodo,
    today: Day,
  ): [action: string, fields: object] | undefined {
    const { step, round } = todo;
    const action = kindOf(kind).steps[step]?.action ?? '';
    const yes = draw(this.seed, `${name} ${key} yes`) < 0.5;
    const again = { due: this.workingDay(addDays(today, 9)) };
    const [number = ''] = round.split(':');
    switch (`${kind} ${action}`) {
      case 'campaign sign':
        return [action, { decision: 'return' }];
      case 'pairing file-group':
        return [action, { contacts }];
      case 'pairing confirm':
      case 'pairing sign-pledge':
      case 'pairing file-pledge':
      case 'campaign revise':
      case 'commitment sign-for':
      case 'commitment report-done':
      case 'on-site-check hand-in':
      case 'on-site-check sign':
      case 'on-site-check file':
        return [action, {}];
      case 'commitment review':
        return [action, yes ? { decision: 'return', ...again } : { decision: 'accept' }];
      case 'commitment strike-off':
        return [action, yes ? { decision: 'return', ...again } : { decision: 'strike' }];
      case 'on-site-check confirm':
        return [action, { decision: yes ? 'return' : 'confirm' }];
      case `${kind} sign-for-paper`:
        return [action, { piece: round, answer: yes ? 'confirm' : 'refuse' }];
      case `${kind} record-service`: {
        const result = broughtBack(state, todo, yes);
        const by = { servers: servers.map((login) => demoId('person', login)), on: today };
        return result === undefined ? undefined : [action, { piece: round, result, ...by }];
      }
      case `${kind} decide-extension`:
        return [action, { request: number, decision: yes ? 'approve' : 'refuse' }];
      case `${kind} decide-escalation`:
        return [action, this.#decision(state, number, today)];
      default:
        return undefined;
    }
  }

  /** What the ladder proposes; of a pilot's lateness the leader makes a talk of it. */
  #decision({ escalations }: CaseState, number: string, today: Day): object {
    const { paper, role, todo } = escalations?.[number] ?? {};
    if (!paper) return { escalation: number, decision: 'instruct' };
    const talk = role === 'leader' && todo?.includes('/pilot');
    return {
      escalation: number,
      decision: 'issue',
      ...(talk ? { paper: 'interview', interviewOn: this.workingDay(addDays(today, 5)) } : { paper }),
    };
  }

  /** The day itself or the next one that is worked. */
  workingDay(from: Day): Day {
    let day = from;
    while (!this.works(day)) day = addDays(day, 1);
    return day;
  }

  /** Stops these clocks, approved at once. */
  async suspend(played: PlayedCase, todos: string[]): Promise<boolean> {
    const fields = { todos, ground: 'force-majeure' };
    if (!(await this.act(played, 'inspector1', 'request-suspension', fields))) return false;
    const { requests = {} } = await this.state(played.id);
    const number = Object.entries(requests).find(([, { sort }]) => sort === 'suspension')?.[0];
    const decided = { request: number, decision: 'approve' };
    // Whose request it was says who is one above.
    for (const login of ['head1', 'leader1', 'chief1'])
      if (await this.act(played, login, 'decide-suspension', decided)) return true;
    return false;
  }
}
