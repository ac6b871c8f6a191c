import type { Request } from '#domain/supervision/state';
import { longDay } from '#domain/day';
import type { EntityManager } from '../../../orm.ts';
import { personNames } from '../names.ts';
import type { Asking } from '../offers.ts';
import { rulesInForce } from '../../rule-book.ts';
import { todoNames, type Option } from './todo-options.ts';

/** What is applied for, in one line. */
export async function requestOptions(
  em: EntityManager,
  asking: Asking,
  fits: (request: Request) => boolean,
): Promise<Option[]> {
  const { requests = {}, todos } = asking.row.state;
  const nameOf = await todoNames(em, asking);
  const named = (key: string) => (todos[key] ? nameOf(key, todos[key]) : key);
  const personName = await personNames(
    em,
    Object.values(requests).map((request) => (request.sort === 'recusal' ? request.personId : null)),
  );
  const { ground: grounds } = await rulesInForce(em);
  const said = (request: Request): string => {
    switch (request.sort) {
      case 'extension':
        return `${named(request.todo)}，申请延至${longDay(request.until)}（第${request.nth}次，延长${request.count}个工作日）`;
      case 'suspension':
        return `${request.todos.map(named).join('；')}，事由：${grounds.findLast(({ code }) => code === request.ground)?.label ?? request.ground}`;
      case 'recusal':
        return `申请${personName(request.personId) ?? ''}回避`;
    }
  };
  return Object.entries(requests)
    .filter(([, request]) => fits(request))
    .map(([value, request]) => ({ value, label: said(request) }));
}
