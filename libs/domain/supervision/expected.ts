import type { CaseState, Expected, OpenTodo } from '../case.ts';
import type { Office } from '../permission.ts';
import type { Role } from '../role.ts';

const bureau = (role: Role): Office => ({ bureau: true, role });
const steps = {
  extension: 'decide-extension',
  suspension: 'decide-suspension',
  recusal: 'decide-recusal',
} as const;

/** What supervising has brought about in a case; `keys` are the todos of its own procedure. */
export function supervisionExpected(
  { requests = {}, escalations = {} }: CaseState,
  keys: ReadonlySet<string>,
): Expected[] {
  const asked = Object.entries(requests)
    .filter(([, request]) => stands(request, keys))
    .map(([round, { sort }]) => ({ step: steps[sort], round, office: bureau('section-head') }));
  const escalated = Object.entries(escalations)
    .filter(([, { todo }]) => keys.has(todo))
    .map(([round, { role, takenBy }]) => ({
      step: 'decide-escalation',
      round,
      office: bureau(role),
      ...(takenBy === undefined ? {} : { holder: takenBy }),
    }));
  return [...asked, ...escalated];
}

/** Opinions that are asked for, as long as what they are about is to be signed. */
export const consultsExpected = ({ consults = {} }: CaseState, signings: object): Expected[] =>
  Object.entries(consults)
    .filter(([, { about }]) => Object.hasOwn(signings, about))
    .map(([round, { office, personId }]) => ({ step: 'advise', round, office, holder: personId }));

/** An application lapses with the work that it is about. */
function stands(request: NonNullable<CaseState['requests']>[string], keys: ReadonlySet<string>): boolean {
  if (request.sort === 'recusal') return true;
  return request.sort === 'extension' ? keys.has(request.todo) : request.todos.some((key) => keys.has(key));
}

/** Without what belongs to todos that are no longer open. */
export function withoutStale<S extends CaseState>(state: S, todos: Record<string, OpenTodo>): S {
  const { requests, escalations, consults, ...rest } = state;
  const standing = <T>(name: string, of: Record<string, T> | undefined, step: (one: T) => string) => {
    const kept = Object.entries(of ?? {}).filter(([id, one]) => openIn(todos, step(one), id));
    return kept.length === 0 ? {} : { [name]: Object.fromEntries(kept) };
  };
  return {
    ...rest,
    ...standing('requests', requests, ({ sort }) => steps[sort]),
    ...standing('escalations', escalations, () => 'decide-escalation'),
    ...standing('consults', consults, () => 'advise'),
  } as unknown as S;
}

const openIn = (todos: Record<string, OpenTodo>, step: string, id: string): boolean =>
  Object.values(todos).some((todo) => todo.step === step && todo.round.split(':')[0] === id);
