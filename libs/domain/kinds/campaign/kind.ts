import { z } from 'zod';
import type { Expected } from '../../case.ts';
import { day } from '../../form.ts';
import { action, opening, type Kind } from '../../kind.ts';
import { refuse, type Office } from '../../permission.ts';
import { areaCodes } from '../pairing/areas.ts';
import * as forms from './forms.ts';
import type { CampaignState } from './state.ts';

type State = CampaignState;
const bureau = (role: 'inspector' | 'section-head' | 'leader' | 'chief-leader' | 'archivist'): Office => ({
  bureau: true,
  role,
});
const nothing = z.object({});

function expected(state: State): Expected[] {
  const round = String(state.round);
  if (state.stage === 'signing') return [{ step: 'sign', round, office: bureau('leader') }];
  if (state.stage === 'revising') return [{ step: 'revise', round, office: bureau('inspector') }];
  if (state.stage === 'running' && state.openMembers === 0)
    return [{ step: 'close', round: '1', office: bureau('inspector') }];
  return [];
}

/** A campaign launches many cases of one kind and is a case itself (design.md §2). */
export const campaign: Kind<State> = {
  code: 'campaign',
  label: '批次',
  registerMark: '批次',
  procedure: 1,
  stages: {
    signing: '待签发',
    revising: '退回修改',
    opening: '正在立项',
    running: '实施中',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  aside: ['revising', 'withdrawn'],
  steps: {
    sign: { label: '签发结对通知', action: 'sign', rule: 'campaign.sign', papers: 'sign' },
    revise: { label: '修改后重新报签', action: 'revise', rule: 'campaign.revise' },
    close: { label: '办结批次', action: 'close', rule: 'campaign.close' },
  },
  opening: opening({
    by: [bureau('inspector')],
    fields: z.object({
      memberKind: z.enum(['pairing']),
      launchOn: day('改革启动日'),
      from: day('结对开始日'),
      to: day('结对结束日'),
      areas: z.array(z.enum(areaCodes)).min(1),
      listId: z.uuid(),
      rows: z.number().int().min(1),
    }),
    apply: ({ fields, at, actor }, book) => {
      if (fields.to <= fields.from) return refuse('term', '结对结束日应晚于开始日。', 'to');
      const proposedBy = actor === 'system' ? 'system' : actor.personId;
      const state: State = {
        ...fields,
        kind: 'campaign',
        procedure: 1,
        stage: 'signing',
        bookVersion: book.version,
        openedAt: at,
        todos: {},
        proposedBy,
        round: 1,
        opened: 0,
        summarised: false,
      };
      return { state, effects: [] };
    },
  }),
  actions: {
    sign: action({
      label: '签发结对通知',
      verb: '签发并立项',
      stages: ['signing'],
      by: () => [bureau('leader'), bureau('chief-leader')],
      route: 'campaign.sign',
      approves: ({ decision }) => decision === 'sign',
      apartFrom: ['open', 'revise'],
      consequences: (state: State) => [
        `结对通知取得文号并送各有关医院，${state.rows}对结对同时立项。`,
        '各医院自立项次日起{pairing.confirm}内确认结对关系。',
        '签发后不能撤回，只能逐对终止。',
      ],
      paper: () => ({ code: 'pairing-notice' }),
      form: forms.sign,
      fields: forms.sign.pick({ decision: true }),
      apply: (state, event) => {
        if (event.fields.decision === 'return')
          return { state: { ...state, stage: 'revising' }, effects: [] };
        return {
          state: { ...state, stage: 'opening' },
          effects: [
            { type: 'issueNotice', code: 'pairing-notice', to: [] },
            { type: 'openCases', kind: state.memberKind },
          ],
        };
      },
    }),
    revise: action({
      label: '修改后重新报签',
      verb: '重新报签',
      stages: ['revising'],
      by: () => [bureau('inspector')],
      form: forms.revise,
      fields: nothing,
      apply: (state: State) => ({
        state: { ...state, stage: 'signing', round: state.round + 1 },
        effects: [],
      }),
    }),
    withdraw: action({
      label: '撤回批次',
      verb: '撤回批次',
      stages: ['signing', 'revising'],
      by: () => [bureau('inspector')],
      consequences: () => ['批次撤回后不再签发，也不立项；如需结对须重新发起。'],
      form: forms.withdraw,
      fields: nothing,
      apply: (state: State, event) => ({
        state: { ...state, stage: 'withdrawn', closedAt: event.at },
        effects: [],
      }),
    }),
    'members-opened': action({
      label: '成员立项完毕',
      verb: '',
      stages: ['opening'],
      by: () => 'system',
      form: nothing,
      fields: z.object({ opened: z.number().int() }),
      apply: (state: State, event) => ({
        state: { ...state, stage: 'running', opened: event.fields.opened },
        effects: [],
      }),
    }),
    'member-ended': action({
      label: '一个成员办结',
      verb: '',
      stages: ['opening', 'running'],
      by: () => 'system',
      form: nothing,
      fields: z.object({ end: z.string() }),
      // The count is a fact read after the member's own commit, so the last one to end sees 0.
      apply: (state: State, event) => ({
        state: { ...state, openMembers: event.facts.numbers?.openMembers },
        effects: [],
      }),
    }),
    close: action({
      label: '办结批次',
      verb: '办结批次',
      stages: ['running'],
      by: () => [bureau('inspector'), bureau('section-head')],
      unless: (state: State) =>
        state.openMembers === 0 ? undefined : refuse('open-members', '还有结对没有归档，不能办结批次。'),
      form: forms.close,
      fields: nothing,
      apply: (state, event) => ({
        state: { ...state, stage: 'closed', closedAt: event.at, summarised: true },
        effects: [],
      }),
    }),
  },
  expected,
  withdrawn: { sign: (state) => ({ ...state, stage: 'revising' }) },
  parties: () => [],
  title: (_state, _nameOf, form) => String(form.title ?? '结对帮带'),
};
