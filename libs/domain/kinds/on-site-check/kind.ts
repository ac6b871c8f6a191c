import { z } from 'zod';
import type { RuleBook } from '../../case.ts';
import { day } from '../../form.ts';
import { opening, type ActEvent, type Kind, type Outcome } from '../../kind.ts';
import { isRefusal, refuse, type Refusal } from '../../permission.ts';
import { namedCheckers, orderedCheckers } from './checkers.ts';
import { checking } from './checking.ts';
import { checklistOn, groupCodes } from './checklists.ts';
import { concluding } from './concluding.ts';
import { expected, steps } from './expected.ts';
import { opened, reporting } from './reporting.ts';
import { bureau, partiesOf, unshown, type OnSiteCheckState } from './state.ts';

const code = z.string().regex(/^[\w.:-]{1,60}$/);
const listed = (form: RegExp) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().regex(form)).min(2).max(6));

const flag = z.number().int().min(0).max(1).default(0);

/** Plain values only: another case orders it by an effect, and Temporal reads them. */
const openFields = z.object({
  visitedId: z.uuid(),
  /** Persons, comma between; ordered by another case each with the role that it looked up: `person:role`. */
  checkers: listed(/^[0-9a-f-]{36}(:[a-z-]+)?$/),
  on: day('核查日期'),
  /** Organisations, comma between. */
  concerned: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.uuid()).max(10)),
  scored: flag,
  reserved: flag,
  groups: z
    .string()
    .transform((codes) => codes.split(','))
    .pipe(z.array(z.enum(groupCodes)).min(1)),
  sourceCase: z.uuid().optional(),
  sourceKind: code.optional(),
  sourceItem: code.optional(),
  sourceSeq: z.number().int().positive().optional(),
});
type OpenFields = z.infer<typeof openFields>;

const sourceOf = ({ sourceCase, sourceKind = 'unknown', sourceItem, sourceSeq }: OpenFields) =>
  sourceCase === undefined
    ? {}
    : {
        source: {
          caseId: sourceCase,
          kind: sourceKind,
          ...(sourceItem === undefined ? {} : { item: sourceItem }),
          ...(sourceSeq === undefined ? {} : { seq: sourceSeq }),
        },
      };

function open(event: ActEvent<OpenFields>, book: RuleBook): Outcome<OnSiteCheckState> | Refusal {
  const { fields, facts, actor, day: today } = event;
  // Another case looked at the day when it ordered the check.
  if (actor !== 'system' && fields.on < today) return refuse('on', '核查日期不能早于今天。', 'on');
  if (actor !== 'system' && actor.conflicts?.some(({ orgId }) => orgId === fields.visitedId))
    return refuse('conflict', '您或您所代行的人与被查单位有已申报的回避关系，不能安排本次核查。');
  const checkers =
    actor === 'system'
      ? orderedCheckers(fields.checkers)
      : namedCheckers(fields.checkers, facts.persons ?? [], [fields.visitedId]);
  if (isRefusal(checkers)) return checkers;
  const concerned = fields.concerned.filter((orgId) => orgId !== fields.visitedId);
  const state: OnSiteCheckState = {
    kind: 'on-site-check',
    procedure: 1,
    stage: 'planned',
    bookVersion: book.version,
    openedAt: event.at,
    todos: {},
    ...sourceOf(fields),
    visitedId: fields.visitedId,
    ...(concerned.length > 0 ? { concerned } : {}),
    ...(fields.scored ? { scored: true } : {}),
    ...(fields.reserved && fields.sourceCase ? { reserved: true } : {}),
    checkers,
    on: fields.on,
    checklist: checklistOn(today).version,
    groups: [...new Set(fields.groups)],
    round: 1,
    results: {},
    objections: 0,
    commitments: [],
  };
  return { state, effects: opened(state) };
}

/** 现场核查: two of the bureau look for themselves, and the visited signs what they found. */
export const onSiteCheck: Kind<OnSiteCheckState> = {
  code: 'on-site-check',
  label: '现场核查',
  registerMark: '核查',
  procedure: 1,
  stages: {
    planned: '待核查',
    confirming: '待确认',
    reserved: '待通报',
    signing: '待签字',
    objected: '有异议',
    filing: '待归档',
    filed: '已归档',
    dropped: '不再核查',
  },
  aside: ['reserved', 'objected', 'dropped'],
  steps,
  opening: opening({
    by: [bureau('inspector'), bureau('section-head')],
    bySystemToo: true,
    fields: openFields,
    apply: open,
  }),
  actions: { ...checking, ...reporting, ...concluding },
  expected,
  parties: partiesOf,
  // What one checker wrote is nobody's finding before the other has confirmed it, and it was published where it has to be.
  keptBack: ({ stage }, acts) => {
    const of = (code: string) => acts.filter(({ action }) => action === code).map(({ seq }) => seq);
    const found = of('hand-in');
    return [...of('confirm'), ...(unshown.includes(stage) ? found : found.slice(0, -1))];
  },
  title: ({ visitedId }, nameOf, form) => {
    const purpose = typeof form.purpose === 'string' ? form.purpose : '现场核查';
    return `${nameOf(visitedId)}：${purpose}`;
  },
};
