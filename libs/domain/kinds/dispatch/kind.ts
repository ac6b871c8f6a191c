import { z } from 'zod';
import type { Expected, RuleBook } from '../../case.ts';
import { opening, type ActEvent, type Kind, type Outcome, type Step } from '../../kind.ts';
import { noticeTypeOf } from '../../notice-types.ts';
import { postFor, refuse, type Refusal } from '../../permission.ts';
import { draftingActs } from './drafting.ts';
import { draftedCodes } from './forms.ts';
import { judgingActs } from './judging.ts';
import { sendingActs } from './sending.ts';
import { bureau, drafterOffice, draftingOf, type DispatchState } from './state.ts';
import { voidingActs } from './voiding.ts';

type State = DispatchState;

const openFields = z.object({
  paper: z.enum(draftedCodes),
  noticeId: z.uuid().optional(),
  how: z.enum(['replace', 'correct']).optional(),
});

function open(
  { fields, at, actor, who }: ActEvent<z.infer<typeof openFields>>,
  book: RuleBook,
): Outcome<State> | Refusal {
  const { paper, noticeId, how } = fields;
  if ((noticeId === undefined) !== (how === undefined))
    return refuse('how', '替代或者更正原文书的，请同时选择原文书和与它的关系。', 'how');
  const offices = [bureau('inspector'), bureau('section-head')];
  const held =
    actor === 'system'
      ? undefined
      : postFor({ ...actor, posts: actor.posts.filter(({ orgId }) => orgId === who.orgId) }, offices);
  if (actor === 'system' || !held) return refuse('office', '您的岗位不能起草文书。');
  const state: State = {
    kind: 'dispatch',
    procedure: 1,
    stage: 'drafting',
    bookVersion: book.version,
    openedAt: at,
    todos: {},
    paper,
    drafter: { personId: actor.personId, orgId: held.orgId, role: held.role as State['drafter']['role'] },
    round: 1,
    to: [],
    voidings: 0,
    ...(noticeId && how ? { replaces: { noticeId, how } } : {}),
  };
  return { state, effects: [] };
}

const step = (label: string, action: string, rule = action): Step => ({
  label,
  action,
  rule: `dispatch.${rule}`,
});

function expected(state: State): Expected[] {
  const { drafter, stage, voiding } = state;
  const round = String(state.round);
  const pen = { office: drafterOffice(state), holder: drafter.personId, round };
  if (voiding) return [{ step: 'decide-void', round: String(voiding.round), office: bureau('leader') }];
  switch (stage) {
    case 'drafting':
      return [{ step: state.round > 1 ? 'revise' : 'submit', ...pen }];
    case 'reviewing':
      return [{ step: 'review', round, office: bureau('section-head') }];
    case 'legal':
      return [{ step: 'legal-review', round, office: bureau('legal-reviewer') }];
    case 'signing':
      return [{ step: 'sign', round, office: bureau(draftingOf(state).upward ? 'chief-leader' : 'leader') }];
    case 'sealing':
      return [{ step: 'note-seal', round, office: bureau('archivist') }];
    case 'sending':
      return [{ step: 'send', ...pen }];
    case 'sent':
      return state.service ? [] : [{ step: 'archive', round, office: bureau('archivist') }];
    default:
      return [];
  }
}

/** 发文: a paper that somebody drafts freely, from the first word to the archive (党政机关公文处理工作条例, 第六章). */
export const dispatch: Kind<State> = {
  code: 'dispatch',
  label: '发文',
  registerMark: '发文',
  procedure: 1,
  stages: {
    drafting: '起草',
    reviewing: '待审核',
    legal: '待法制审核',
    signing: '待签发',
    sealing: '待用印',
    sending: '待发送',
    sent: '已发送',
    archived: '已归档',
    withdrawn: '已撤回',
    voided: '已作废',
  },
  aside: ['legal', 'withdrawn', 'voided'],
  steps: {
    submit: step('起草文稿', 'submit'),
    revise: step('修改退回的文稿', 'submit', 'revise'),
    review: step('审核文稿', 'review'),
    'legal-review': step('法制审核', 'legal-review'),
    sign: step('签发文书', 'sign'),
    'note-seal': step('登记用印', 'note-seal'),
    send: step('发送文书', 'send'),
    archive: step('归档', 'archive'),
    'decide-void': step('审批文书作废', 'decide-void'),
  },
  opening: opening({
    by: [bureau('inspector'), bureau('section-head')],
    fields: openFields,
    apply: open,
  }),
  actions: { ...draftingActs, ...judgingActs, ...sendingActs, ...voidingActs },
  expected,
  withdrawn: {
    sign: (state) => ({ ...state, stage: 'reviewing' }),
    'decide-void': ({ voiding: _, ...state }) => state,
  },
  // Receivers read the paper, never the case behind it; they count where the paper judges them.
  parties: (state) => (draftingOf(state).judges ? state.to : []),
  title: ({ paper }, _nameOf, form) =>
    `${noticeTypeOf(paper).label}：${typeof form.title === 'string' ? form.title : '未定事由'}`,
};
