import { z } from 'zod';
import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { heardNow } from './silence.ts';
import { dueOf, helperOffices, openParts, ownerOffices, type CommitmentState } from './state.ts';

type State = CommitmentState;
const noEvidence = refuse('files', '本事项要求提交佐证材料，请上传后再提交。', 'files');

/** The owner and the helpers: sign for, report, finish (process-law.md §4). */
export const executed: Record<string, Action<State>> = {
  'sign-for': action({
    label: '签收',
    verb: '签收',
    stages: ['signing'],
    by: ownerOffices,
    consequences: (state: State) =>
      state.limit === 'day'
        ? [`签收后按确定的日期办理；协办单位同时开始办理。`]
        : [`自下达次日起{commitment.rectify-${state.limit}}内办理完毕；协办单位同时开始办理。`],
    form: forms.signFor,
    fields: forms.nothing,
    apply: (state: State, { at }) => ({
      state: heardNow({ ...state, stage: 'doing' }, at, false),
      effects: [],
    }),
  }),
  'report-progress': action({
    label: '报告进展',
    verb: '报告进展',
    stages: ['doing'],
    by: ownerOffices,
    consequences: () => [
      '每周五17时前报告一次，办理时间超过一个月的每月底报告一次；连续两次没有报告的，台账标为黄色，由经办人催报。',
      '时间过八成而进度不到八成的，台账标为黄色。',
    ],
    form: forms.reportProgress,
    fields: forms.reportProgress.pick({ progress: true }),
    apply: (state: State, { fields, at }) => ({
      state: heardNow({ ...state, progress: fields.progress }, at, true),
      effects: [],
    }),
  }),
  'report-done': action({
    label: '提交办理结果',
    verb: '提交审核',
    stages: ['doing'],
    by: ownerOffices,
    unless: (state: State) => {
      const { length } = openParts(state);
      return length > 0
        ? refuse('helpers', `还有${length}家协办单位没有办完，不能提交办理结果。`)
        : undefined;
    },
    consequences: () => ['由主管部门在{commitment.review}内审核；不符合要求的退回重新办理。'],
    form: forms.reportDone,
    fields: forms.nothing,
    apply: (state, { facts }) =>
      state.evidence && (facts.files ?? []).length === 0
        ? noEvidence
        : {
            state: { ...state, stage: 'reviewing', progress: 100, due: dueOf(state), silence: undefined },
            effects: [],
          },
  }),
  'helper-done': action({
    label: '完成协办部分',
    verb: '提交',
    stages: ['doing'],
    by: helperOffices,
    unless: (state: State, { orgId }) =>
      openParts(state).some((part) => part.orgId === orgId)
        ? undefined
        : refuse('part-done', '本单位的协办部分已经办结。'),
    consequences: () => ['各协办部分都办结后，由牵头的责任单位提交办理结果。'],
    form: forms.helperDone,
    fields: forms.nothing,
    apply: (state: State, { who }) => ({
      state: {
        ...state,
        helpers: state.helpers.map((part) =>
          part.orgId === who.orgId && part.status === 'open' ? { ...part, status: 'done' as const } : part,
        ),
      },
      effects: [],
    }),
  }),
};

export const partId = z.string({ error: '请选择协办单位。' }).regex(/^\d{1,2}$/, '请选择协办单位。');
