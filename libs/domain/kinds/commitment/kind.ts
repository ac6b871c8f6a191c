import { z } from 'zod';
import type { RuleBook } from '../../case.ts';
import { derive } from '../../deadline.ts';
import { day } from '../../form.ts';
import { opening, type ActEvent, type Kind, type Outcome } from '../../kind.ts';
import { refuse, type Refusal } from '../../permission.ts';
import { ruleOn } from '../../rule.ts';
import { executed } from './executing.ts';
import { expected, steps } from './expected.ts';
import { judged } from './judging.ts';
import { fallSilent, pressing, silentAt } from './silence.ts';
import { bureau, ends, limits, ownerRoles, type CommitmentState, type HelperPart } from './state.ts';

const code = z.string().regex(/^[\w.:-]{1,60}$/);
const helperList = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(z.string().regex(/^[0-9a-f-]{36}:[a-z-]+$/)).max(10));

const orgList = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(z.uuid()).max(10));

/** Plain values only: another case orders it by an effect, and Temporal reads them. */
const openFields = z.object({
  owner: z.uuid(),
  ownerRole: z.enum(ownerRoles),
  holder: z.uuid().optional(),
  /** `organisation:role`, comma between. */
  helpers: helperList,
  /** Organisations, comma between. */
  concerned: orgList,
  limit: z.enum(Object.keys(limits) as [keyof typeof limits, ...(keyof typeof limits)[]]),
  due: day('完成日期').optional(),
  evidence: z.number().int().min(0).max(1),
  sourceCase: z.uuid().optional(),
  sourceKind: code.optional(),
  sourceItem: code.optional(),
  /** The act of the source whose submission has the words. */
  sourceSeq: z.number().int().positive().optional(),
});
type OpenFields = z.infer<typeof openFields>;

const partOf = (part: string, index: number): HelperPart => {
  const [orgId = '', role = ''] = part.split(':');
  return { id: String(index + 1), orgId, role: role as HelperPart['role'], status: 'open' };
};

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

function open(event: ActEvent<OpenFields>, book: RuleBook): Outcome<CommitmentState> | Refusal {
  const { fields, facts, actor, day: today } = event;
  if (actor !== 'system' && actor.conflicts?.some(({ orgId }) => orgId === fields.owner))
    return refuse('conflict', '您或您所代行的人与责任单位有已申报的回避关系，请由其他人下达。');
  const helpers = fields.helpers.map(partOf);
  const concerned = fields.concerned.filter((orgId) => orgId !== fields.owner);
  const ids = [fields.owner, ...helpers.map(({ orgId }) => orgId)];
  if (new Set(ids).size < ids.length)
    return refuse('helpers', '协办单位不能重复，也不能是责任单位本身。', 'helpers');
  if (helpers.some(({ role }) => !ownerRoles.includes(role)))
    return refuse('helpers', '所选协办单位不能承办台账事项。', 'helpers');
  const due =
    fields.limit === 'day'
      ? fields.due
      : derive(ruleOn(book.deadlines, `commitment.rectify-${fields.limit}`, today), today, book.calendar).due;
  if (due === undefined) return refuse('due', '请选择完成日期。', 'due');
  if (due < today) return refuse('due', '完成日期不能早于今天。', 'due');
  const person = facts.persons?.find(({ personId }) => personId === fields.holder);
  const post = person?.posts.find(
    ({ orgId, role, actingFor }) =>
      orgId === fields.owner && actingFor === undefined && ownerRoles.some((one) => one === role),
  );
  if (fields.holder !== undefined && !post)
    return refuse('holder', '所选责任人在责任单位没有可以承办的岗位。', 'holder');
  const role = (post?.role as (typeof ownerRoles)[number] | undefined) ?? fields.ownerRole;
  const state: CommitmentState = {
    kind: 'commitment',
    procedure: 1,
    stage: 'signing',
    bookVersion: book.version,
    openedAt: event.at,
    todos: {},
    ...sourceOf(fields),
    owner: { orgId: fields.owner, role, ...(fields.holder ? { personId: fields.holder } : {}) },
    helpers,
    ...(concerned.length > 0 ? { concerned } : {}),
    limit: fields.limit,
    issuedOn: today,
    due,
    evidence: fields.evidence === 1,
    round: 1,
    returns: 0,
    progress: 0,
    waivers: 0,
  };
  return { state, effects: [] };
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** 台账事项: what somebody has to get done, until it is struck off by somebody else (process-law.md §4). */
export const commitment: Kind<CommitmentState> = {
  code: 'commitment',
  label: '台账事项',
  registerMark: '台账',
  procedure: 1,
  stages: {
    signing: '待签收',
    doing: '办理中',
    reviewing: '待审核',
    striking: '待销号',
    struck: ends.struck,
    waived: ends.waived,
  },
  aside: ['waived'],
  steps,
  opening: opening({
    by: [bureau('inspector'), bureau('section-head')],
    bySystemToo: true,
    fields: openFields,
    apply: open,
  }),
  actions: { ...executed, ...pressing, ...judged },
  expected,
  wake: silentAt,
  elapse: (state, now, _expired, book) => fallSilent(state, now, book),
  withdrawn: { 'decide-waiver': (state) => ({ ...state, waiver: undefined }) },
  parties: ({ owner, helpers, concerned = [] }) => [
    ...new Set([owner.orgId, ...helpers.map(({ orgId }) => orgId), ...concerned]),
  ],
  title: ({ owner }, nameOf, form) => {
    const what = typeof form.what === 'string' ? form.what : '台账事项';
    return `${short(what)}（${nameOf(owner.orgId)}）`;
  },
};
