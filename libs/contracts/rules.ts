import { z } from 'zod';
import { givenRules } from '#domain/rules/given';
import { ruleTables, type RuleTable } from '#domain/rules/tables';
import { draftHead, draftStep } from './draft.ts';
import { dayText, id, pageOf, pageQuery } from './page.ts';

const table = z.enum(Object.keys(ruleTables) as [RuleTable, ...RuleTable[]]);
const mark = z.enum(['law', 'memory', 'default', 'configure']);

/** What a row orders, field by field, to begin a form with; each table has its own of them. */
const ruleValues = z.object({
  ladder: z.string().optional(),
  offsetWorkingDays: z.number().optional(),
  everyWorkingDays: z.number().optional(),
  whom: z.string().optional(),
  paper: z.string().optional(),
  count: z.number().optional(),
  unit: z.string().optional(),
  fixedWeekday: z.number().optional(),
  time: z.string().optional(),
  times: z.number().optional(),
  mostWorkingDays: z.number().optional(),
  aheadWorkingDays: z.number().optional(),
  firstBy: z.string().optional(),
  laterBy: z.string().optional(),
  label: z.string().optional(),
  approvedBy: z.string().optional(),
  rules: z.array(z.string()).optional(),
  stages: z
    .array(z.object({ signers: z.array(z.array(z.string())), need: z.number().optional() }))
    .optional(),
  form: z.string().optional(),
  letters: z.string().optional(),
  next: z.string().optional(),
  opens: z.string().optional(),
  closes: z.string().optional(),
});

const rulePeriod = z.object({
  /** As a clerk reads it: 逾期3个工作日报分管领导，附督办函，须分管领导审批. */
  words: z.string(),
  from: dayText,
  /** The first day on which it no longer holds. */
  to: dayText.nullable(),
  ground: z.string(),
  mark,
  markLabel: z.string(),
  /** Absent where it was shipped with the product. */
  proposedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
});

export const ruleLine = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Of what it is: a kind of case, a ladder. */
    group: z.string(),
    /** The row of today; null before the first and after the end. */
    now: rulePeriod.nullable(),
    coming: z.array(rulePeriod),
    past: z.array(rulePeriod),
    /** Whether it may be ended without another row. */
    ends: z.boolean(),
    values: ruleValues,
  })
  .meta({ id: 'RuleLine' });
export type RuleLine = z.infer<typeof ruleLine>;

export const rulesView = z
  .object({
    /** The first day from which a new row may hold. */
    earliest: dayText,
    tables: z.array(z.object({ table, label: z.string(), rows: z.array(ruleLine) })),
    /** The last change, while open cases are still told of it. */
    telling: z.object({ told: z.number().int() }).nullable(),
  })
  .meta({ id: 'Rules' });
export type RulesView = z.infer<typeof rulesView>;

export const ruleProposal = givenRules.meta({ id: 'RuleProposal' });
export type RuleProposal = z.infer<typeof ruleProposal>;

export const ruleChange = draftStep.extend({ proposal: ruleProposal }).meta({ id: 'RuleChange' });
export type RuleChange = z.infer<typeof ruleChange>;

export const ruleDraftView = draftHead
  .extend({
    table,
    tableLabel: z.string(),
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        group: z.string(),
        /** Null where the rule ends. */
        words: z.string().nullable(),
        /** What holds until then; null for a new rule. */
        before: z.string().nullable(),
        from: dayText,
        ground: z.string(),
        markLabel: z.string().nullable(),
      }),
    ),
    /** What the proposer filled in, to go on with. */
    proposal: ruleProposal,
  })
  .meta({ id: 'RuleDraft' });
export type RuleDraftView = z.infer<typeof ruleDraftView>;

const moment = z.object({ label: z.string(), at: z.string() });
export const ruleEffectQuery = pageQuery;

/** A todo whose next reminder or report comes at another moment; the case by its number only, for administrators meet none. */
export const ruleMove = z.object({
  todoId: id,
  caseNumber: z.string(),
  kindLabel: z.string(),
  stepLabel: z.string(),
  due: dayText,
  before: moment.nullable(),
  after: moment.nullable(),
});
export type RuleMove = z.infer<typeof ruleMove>;

/** What publishing would do to what is open; the todos in the order of their moments. */
export const ruleEffect = pageOf(ruleMove)
  .extend({
    sentences: z.array(z.string()),
    /** Open todos whose next reminder or report comes at another moment, or comes at all. */
    changed: z.number().int(),
    cases: z.number().int(),
    groups: z.array(z.object({ label: z.string(), count: z.number().int(), first: z.string() })),
  })
  .meta({ id: 'RuleEffect' });
export type RuleEffect = z.infer<typeof ruleEffect>;
