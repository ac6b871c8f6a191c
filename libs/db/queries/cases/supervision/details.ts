import type { CaseState } from '#domain/case';
import { longDay } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { supervisionSteps } from '#domain/supervision/steps';
import type { EntityManager } from '../../../orm.ts';
import { sql, uuids } from '../../../sql.ts';
import { actionsBehind, detailOf } from '../details.ts';
import { told, type Told } from '../told.ts';

interface Row {
  case_id: string;
  kind: string;
  step: string;
  round: string;
}

/** Of todos that supervising brought about: what each is about. The state says it, so it is read for these only. */
export async function supervisionDetails(
  em: EntityManager,
  rows: readonly Row[],
): Promise<(row: Row) => string | undefined> {
  const about = rows.filter(({ step }) => Object.hasOwn(supervisionSteps, step));
  if (about.length === 0) return () => undefined;
  const found = await em.execute<{ id: string; state: CaseState }[]>(
    sql`select id, state from case_file where id = any(${uuids([...new Set(about.map((row) => row.case_id))])})`,
  );
  const states = new Map(found.map(({ id, state }) => [id, state]));
  const kinds = [...new Set(about.map(({ kind }) => kind))];
  const behind = kinds.flatMap((kind) =>
    Object.keys(kindOf(kind).steps).flatMap((step) => actionsBehind(kind, step)),
  );
  const acts = await told(em, [...states.keys()], [...new Set(behind)]);
  return ({ case_id: caseId, kind, step, round }) => {
    const state = states.get(caseId);
    const label = (key: string) => pieceName(kind, key, acts.get(caseId) ?? []);
    return state && detail(state, label, step, round.split(':')[0] ?? round);
  };
}

/** A todo by its key: the step, and which piece of it. */
function pieceName(kind: string, key: string, acts: readonly Told[]): string {
  const [step = '', ...rest] = key.split('/');
  const label = kindOf(kind).steps[step]?.label ?? key;
  const piece = detailOf(kind, step, rest.join('/'), acts);
  return piece ? `${label}（${piece}）` : label;
}

function detail(
  state: CaseState,
  label: (key: string) => string,
  step: string,
  id: string,
): string | undefined {
  const escalation = state.escalations?.[id];
  if (step === 'decide-escalation' && escalation) {
    const due = state.todos[escalation.todo]?.deadline?.due;
    return due ? `${label(escalation.todo)}，${longDay(due)}到期未办` : label(escalation.todo);
  }
  const request = state.requests?.[id];
  if (request?.sort === 'extension') return `${label(request.todo)}，申请延至${longDay(request.until)}`;
  if (request?.sort === 'suspension') return request.todos.map(label).join('、');
  const consult = state.consults?.[id];
  return consult ? label(consult.about) : undefined;
}
