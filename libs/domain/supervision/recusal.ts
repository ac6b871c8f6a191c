import { z } from 'zod';
import type { CaseState } from '../case.ts';
import { action, type Action } from '../kind.ts';
import { refuse, type Office } from '../permission.ts';
import * as forms from './forms.ts';
import { officesOf } from './working.ts';

type State = CaseState;
const bureau = (role: 'inspector' | 'section-head' | 'leader' | 'chief-leader'): Office => ({
  bureau: true,
  role,
});

/** 回避 by request (行政处罚法第43条): of a party or of the officer himself; the work goes on meanwhile. */
export const recusal: Record<string, Action<State>> = {
  'request-recusal': action({
    label: '申请回避',
    verb: '提交申请',
    by: (state: State) => [
      ...officesOf(Object.entries(state.todos)),
      ...(['inspector', 'section-head', 'leader'] as const).map(bureau),
    ],
    consequences: () => ['由分管领导决定；决定前有关人员不停止办理。决定回避的，不再办理本事项的任何步骤。'],
    form: forms.requestRecusal,
    fields: z.object({ personId: z.uuid() }),
    apply: (state: State, { fields: { personId }, facts, day }) => {
      const person = facts.persons?.find((one) => one.personId === personId);
      if (!person?.posts.some(({ orgKind }) => orgKind === 'bureau' || orgKind === 'section'))
        return refuse('person', '只能申请主管部门的人员回避。', 'personId');
      if (state.recused?.includes(personId)) return refuse('recused', '该人员已经回避。', 'personId');
      const pending = Object.values(state.requests ?? {});
      if (pending.some((request) => request.sort === 'recusal' && request.personId === personId))
        return refuse('asked', '已有人申请该人员回避，正在等待决定。', 'personId');
      const leads = person.posts.some(({ role }) => role === 'leader' || role === 'chief-leader');
      const id = (state.lastRequest ?? 0) + 1;
      const route = leads ? 'by-chief-leader' : 'by-leader';
      const request = { sort: 'recusal' as const, on: day, route, personId };
      return {
        state: { ...state, lastRequest: id, requests: { ...state.requests, [id]: request } },
        effects: [],
      };
    },
  }),
  'decide-recusal': action({
    label: '决定是否回避',
    verb: '作出决定',
    by: () => [bureau('leader'), bureau('chief-leader')],
    route: (state: State, round: string) => state.requests?.[round]?.route ?? 'by-leader',
    round: ({ request }) => request,
    approves: ({ decision }) => decision === 'approve',
    consequences: () => ['决定回避的，该人员不再办理本事项，其承办的事项由同岗位的其他人办理。'],
    form: forms.decideRequest,
    fields: z.object({ request: z.string().regex(/^\d{1,6}$/), decision: z.enum(['approve', 'refuse']) }),
    apply: (state: State, { fields, who }) => {
      const { [fields.request]: request, ...requests } = state.requests ?? {};
      if (request?.sort !== 'recusal') return refuse('no-request', '该申请不存在，或已处理。', 'request');
      if (request.personId === who.personId || request.personId === who.actingFor)
        return refuse('own', '不能决定本人是否回避。', 'request');
      if (fields.decision === 'refuse') return { state: { ...state, requests }, effects: [] };
      const recused = [...(state.recused ?? []), request.personId];
      return { state: released({ ...state, requests, recused }, request.personId), effects: [] };
    },
  }),
};

/** What lay in the hands of somebody who stands aside is his office's again. */
function released(state: State, personId: string): State {
  const todos = Object.fromEntries(
    Object.entries(state.todos).map(([key, todo]) => {
      if (todo.assigned?.personId !== personId) return [key, todo];
      const { assigned: _aside, ...rest } = todo;
      return [key, rest];
    }),
  );
  return { ...state, todos };
}
