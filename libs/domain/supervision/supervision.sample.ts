// What people fill in on clocks, holders, signatures and service, in the walks of procedure.test.ts.
import type { CaseState } from '../case.ts';
import { addDays, type Day } from '../day.ts';
import { cast, pick } from '../procedure.sample.ts';
import { serviceFields } from '../service/walk.sample.ts';
import { isWork } from './working.ts';

/** A choice that the state offers, right or wrong by turns; undefined: none of these acts. */
export function supervisionFields(
  state: CaseState,
  action: string,
  today: Day,
  salt: number,
): object | undefined {
  const todos = Object.entries(state.todos);
  const work = todos.filter(([key, todo]) => isWork(state, key, todo));
  const timed = work.filter(([, { deadline }]) => deadline);
  const todo = pick(work, salt)?.[0];
  const any = pick(todos, salt)?.[0];
  const personId = pick(cast, salt >> 3)?.personId;
  const signing = pick(Object.keys(state.signings ?? {}), salt);
  const request = (sort: string) =>
    pick(
      Object.entries(state.requests ?? {}).filter(([, one]) => one.sort === sort),
      salt,
    )?.[0];
  const decision = salt % 3 ? 'approve' : 'refuse';
  const stopped = timed.filter(([, { deadline }]) =>
    deadline?.suspensions.some(({ to }) => to === undefined),
  );
  switch (action) {
    case 'request-extension': {
      const [key, late] = pick(timed, salt) ?? [];
      return { todo: key, until: addDays(late?.deadline?.due ?? today, 1 + (salt % 20)) };
    }
    case 'decide-extension':
      return { request: request('extension'), decision };
    case 'request-suspension':
      return {
        todos: [pick(timed, salt)?.[0]],
        ground: pick(['force-majeure', 'higher-reply', 'other-case', 'none'], salt),
      };
    case 'decide-suspension':
      return { request: request('suspension'), decision };
    case 'resume':
      return { todos: stopped.map(([key]) => key).slice(0, 1 + (salt % 2)) };
    case 'urge':
      return { todos: [todo] };
    case 'decide-escalation':
      return {
        escalation: pick(Object.keys(state.escalations ?? {}), salt),
        decision: pick(['issue', 'instruct', 'take-over', 'reassign'], salt),
        paper: pick(['urge', 'supervise', 'interview', 'circular'], salt),
        interviewOn: addDays(today, salt % 9),
        personId,
      };
    case 'hand-over':
    case 'delegate':
    case 'reassign':
    case 'give-back':
      return { todo: any, personId };
    case 'add-signer':
      return { signing, personId, where: salt % 2 ? 'before' : 'after' };
    case 'consult':
      return { signing, personId };
    case 'advise':
      return { consult: pick(Object.keys(state.consults ?? {}), salt) };
    case 'return-signing':
      return { signing, stage: String(salt % 3) };
    case 'withdraw-proposal':
      return { signing };
    case 'request-recusal':
      return { personId };
    case 'decide-recusal':
      return { request: request('recusal'), decision };
    default:
      return serviceFields(state, action, today, salt);
  }
}
