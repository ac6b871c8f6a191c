import { z } from 'zod';
import type { CaseState } from '../../case.ts';
import { action, opening, type ActEvent, type Kind, type Outcome } from '../../kind.ts';
import { noticeTypeOf } from '../../notice-types.ts';
import { serviceBegun } from '../../service/ready.ts';
import { servedAll, startService } from '../../service/state.ts';
import { onlyService, type ServingState } from './state.ts';

type State = ServingState;

/** Plain values only: the case that sends the paper orders it by an effect. */
const openFields = z.object({
  paper: z.string().regex(/^[a-z-]{1,40}$/),
  /** Organisations, comma between. */
  to: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(2_000)),
  sourceCase: z.uuid(),
  sourceSeq: z.number().int().positive(),
  /** Where each receiver has a paper of its own: the case of the papers, of which this one is a member then. */
  campaignId: z.uuid().optional(),
});

function open({ fields, at, day }: ActEvent<z.infer<typeof openFields>>, version: string): Outcome<State> {
  const { paper, to, sourceCase, sourceSeq, campaignId } = fields;
  const opened: State = {
    ...{ kind: 'serving', procedure: 1, stage: 'serving', bookVersion: version, openedAt: at, todos: {} },
    source: { caseId: sourceCase, kind: 'dispatch', seq: sourceSeq },
    ...{ paper, to, ...(campaignId === undefined ? {} : { campaignId }) },
  };
  const { state, service } = startService(opened, { code: paper, to });
  // Its bytes exist, or nobody would have sent it.
  const begun = serviceBegun(serving as unknown as Kind<CaseState>, state, { service, day });
  // Of its members it hears when all are open.
  if (campaignId !== undefined) return { state: begun.state as State, effects: begun.effects };
  const told = { type: 'tellCase' as const, caseId: sourceCase, action: 'service-begun', fields: {} };
  return { state: begun.state as State, effects: [...begun.effects, told] };
}

/**
 * 送达: one paper on its way to everybody on whom it has to be served. A case of its own, since receivers read and sign
 * in it and have nothing to look for in the case that brought the paper about. Where each has a paper of its own, each
 * has a case of its own, too: none learns of the others.
 */
export const serving: Kind<State> = {
  code: 'serving',
  label: '送达',
  registerMark: '送达',
  procedure: 1,
  stages: { serving: '送达中', done: '全部送达', dropped: '不再送达' },
  aside: ['dropped'],
  steps: {},
  opening: opening({
    by: 'system',
    bySystemToo: true,
    fields: openFields,
    apply: (event, book) => open(event, book.version),
  }),
  actions: {
    'paper-voided': action({
      label: '文书作废',
      verb: '',
      stages: ['serving'],
      by: () => 'system',
      form: z.object({}),
      fields: z.object({}),
      apply: (state: State, { at }) => ({ state: { ...state, stage: 'dropped', closedAt: at }, effects: [] }),
    }),
  },
  expected: () => [],
  // As soon as the last one is served, it is over: the clock that finds it so has the moment.
  wake: (state) => (state.stage === 'serving' && servedAll(state, onlyService) ? state.openedAt : undefined),
  elapse: (state, at) =>
    state.stage === 'serving' && servedAll(state, onlyService)
      ? {
          state: { ...state, stage: 'done', closedAt: at },
          effects: [
            {
              ...{ type: 'tellCase', caseId: state.source.caseId, fields: {} },
              action: state.campaignId === undefined ? 'service-ended' : 'member-ended',
            },
          ],
        }
      : { state, effects: [] },
  parties: ({ to }) => to,
  title: ({ paper, to: [first = ''], campaignId }, nameOf, form) => {
    const title = `送达：${typeof form.title === 'string' ? form.title : noticeTypeOf(paper).label}`;
    // Among its like it is told by whom it is about.
    return campaignId === undefined ? title : `${title}（${nameOf(first)}）`;
  },
};
