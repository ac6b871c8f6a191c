import type { OpenTodo } from '#domain/case';
import { longDay } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { roles } from '#domain/role';
import type { EntityManager } from '../../../orm.ts';
import { actionsBehind, detailOf } from '../details.ts';
import { orgNames, personNames } from '../names.ts';
import type { Asking } from '../offers.ts';
import { told } from '../told.ts';

export interface Option {
  value: string;
  label: string;
}

/** What a todo is called: which step, which piece of it, whose, until when. */
export async function todoNames(
  em: EntityManager,
  { row }: Asking,
): Promise<
  (
    key: string,
    todo: Pick<OpenTodo, 'step' | 'round' | 'office' | 'deadline' | 'assigned' | 'holder'>,
  ) => string
> {
  const todos = Object.values(row.state.todos);
  const actions = [...new Set(todos.flatMap(({ step }) => actionsBehind(row.kind, step)))];
  const acts = (await told(em, [row.id], actions)).get(row.id) ?? [];
  const orgName = await orgNames(
    em,
    todos.map(({ office }) => ('orgId' in office ? office.orgId : null)),
  );
  const personName = await personNames(
    em,
    todos.map(({ assigned, holder }) => assigned?.personId ?? holder),
  );
  return (_key, { step, round, office, deadline, assigned, holder }) => {
    const label = kindOf(row.kind).steps[step]?.label ?? step;
    const detail = detailOf(row.kind, step, round.split(':')[0] ?? round, acts);
    const org = 'orgId' in office ? `${orgName(office.orgId) ?? ''} ` : '';
    const person = personName(assigned?.personId ?? holder);
    const who = person ? `${org}${person}` : `${org}${roles[office.role]}`;
    return `${label}${detail ? `（${detail}）` : ''}·${who}${deadline ? `·${longDay(deadline.due)}到期` : ''}`;
  };
}

/** The todos of the case that fit, each by what it is called. */
export async function todoOptions(
  em: EntityManager,
  asking: Asking,
  fits: (key: string, todo: OpenTodo) => boolean,
): Promise<Option[]> {
  const nameOf = await todoNames(em, asking);
  return Object.entries(asking.row.state.todos)
    .filter(([key, todo]) => fits(key, todo))
    .sort(([, one], [, other]) => ((one.deadline?.due ?? '9') < (other.deadline?.due ?? '9') ? -1 : 1))
    .map(([value, todo]) => ({ value, label: nameOf(value, todo) }));
}
