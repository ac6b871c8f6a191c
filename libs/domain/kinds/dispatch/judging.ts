import { z } from 'zod';
import { action, type Action } from '../../kind.ts';
import * as forms from './forms.ts';
import { paper, returned } from './drafting.ts';
import { sealedAction } from './sending.ts';
import { bureau, draftingOf, type DispatchState } from './state.ts';
import { noticeTypeOf } from '../../notice-types.ts';

type State = DispatchState;

/** Whoever signed in a leading office; signers who were added beside him are not named on a paper. */
function leadersIn({ signings = {}, round }: State): string[] {
  const stages = signings[`sign/${round}`]?.stages ?? [];
  const leading = stages.flatMap(({ signers }) =>
    signers.filter(({ offices }) => offices.some(({ role }) => role.endsWith('leader'))),
  );
  return leading.find(({ by }) => by !== undefined)?.by ?? [];
}

const own = ['open', 'submit'] as const;

/** 审核、法制审核、签发: each by somebody else (design.md §5.3). */
export const judgingActs: Record<string, Action<State>> = {
  review: action({
    label: '审核文稿',
    verb: '提交审核意见',
    stages: ['reviewing'],
    by: () => [bureau('section-head')],
    apartFrom: own,
    paper,
    consequences: (state: State) => [
      draftingOf(state).legal
        ? '同意的，由法制审核人员在{dispatch.legal-review}内审核。'
        : '同意的，送领导在{dispatch.sign}内签发；勾选“送法制审核”的，先送法制审核。',
      '退回的，意见和批注显示在起草人的文稿旁，改后重新审核。',
    ],
    form: forms.review,
    fields: z.object({ decision: forms.review.shape.decision, legal: forms.review.shape.legal }),
    apply: (state, { fields: { decision, legal } }) => {
      if (decision === 'return') return returned(state);
      const due = draftingOf(state).legal || legal;
      return {
        state: { ...state, stage: due ? 'legal' : 'signing', ...(legal ? { legalAsked: true } : {}) },
        effects: [],
      };
    },
  }),
  'legal-review': action({
    label: '法制审核',
    verb: '提交法制审核意见',
    stages: ['legal'],
    by: () => [bureau('legal-reviewer')],
    apartFrom: [...own, 'review'],
    paper,
    consequences: () => ['通过的，送领导在{dispatch.sign}内签发；退回的，改后从处室审核重新开始。'],
    form: forms.legalReview,
    fields: z.object({ decision: forms.legalReview.shape.decision }),
    apply: (state, { fields }) =>
      fields.decision === 'return' ? returned(state) : { state: { ...state, stage: 'signing' }, effects: [] },
  }),
  sign: action({
    label: '签发',
    verb: '提交签发意见',
    stages: ['signing'],
    by: (state: State) =>
      draftingOf(state).upward ? [bureau('chief-leader')] : [bureau('leader'), bureau('chief-leader')],
    route: (state) => (draftingOf(state as State).upward ? 'dispatch.sign-upward' : 'dispatch.sign'),
    approves: ({ decision }) => decision === 'sign',
    apartFrom: [...own, 'review', 'legal-review'],
    paper,
    consequences: (state: State) => [
      state.each
        ? `逐户发文：同意的，${state.to.length}家收文单位各得一份，各取文号，不能再改；份数多时签发要等一会儿。`
        : '同意的，文书立即取得文号，不能再改；文号用过不再重用。',
      draftingOf(state).unsealed
        ? '随后由起草人发送。'
        : '随后用印，再由起草人发送；配有电子印章的自动用印，其余由档案员登记。',
      '退回的，改后从处室审核重新开始。',
    ],
    form: forms.sign,
    fields: z.object({ decision: forms.sign.shape.decision }),
    apply: (state, { fields, day }) => (fields.decision === 'return' ? returned(state) : issued(state, day)),
  }),
};

/** The number is taken in the commit of the signature. Nobody outside the bureau reads it before it is sent. */
function issued(state: State, day: string) {
  const { replaces, paper: code, each, to } = state;
  const type = noticeTypeOf(code);
  return {
    state: {
      ...state,
      stage: type.drafting?.unsealed ? 'sending' : 'sealing',
      signedBy: leadersIn(state),
      issuedOn: day,
    },
    effects: [
      {
        type: 'issueNotice' as const,
        code,
        ...(each ? { to, each, held: each } : { to: [] }),
        ...(type.drafting?.unsealed ? {} : { whenSealed: sealedAction }),
        ...(replaces ? { params: { replaces: replaces.noticeId, how: replaces.how } } : {}),
      },
    ],
  };
}
