import { z } from 'zod';
import { givenRules } from '#domain/rules/given';
import { ruleTables, type RuleTable } from '#domain/rules/tables';
import { draftStatuses, type DraftStatus } from './calendar.ts';
import { dayText, id, words } from './page.ts';

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

const version = z.number().int().min(1);
/** The version of the draft that was looked at: a changed one is neither handed in nor approved. */
export const ruleStep = z.object({ version }).meta({ id: 'RuleStep' });
export type RuleStep = z.infer<typeof ruleStep>;
export const ruleReturn = ruleStep.extend({ reason: words(500) }).meta({ id: 'RuleReturn' });
export type RuleReturn = z.infer<typeof ruleReturn>;
export const ruleChange = ruleStep.extend({ proposal: ruleProposal }).meta({ id: 'RuleChange' });
export type RuleChange = z.infer<typeof ruleChange>;

export const rulesPublished = z.object({ revision: z.number().int() }).meta({ id: 'RulesPublished' });
export type RulesPublished = z.infer<typeof rulesPublished>;

const status = z.enum(Object.keys(draftStatuses) as [DraftStatus, ...DraftStatus[]]);
const draftLine = z.object({
  id,
  table,
  tableLabel: z.string(),
  /** The first row in words, and how many more there are. */
  says: z.string(),
  status,
  statusLabel: z.string(),
  proposedBy: z.string(),
  changedAt: z.string(),
});
export const ruleDrafts = z.object({ items: z.array(draftLine) }).meta({ id: 'RuleDrafts' });
export type RuleDrafts = z.infer<typeof ruleDrafts>;

export const ruleDraftView = draftLine
  .extend({
    version,
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
    problems: z.array(z.string()),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    reason: z.string().nullable(),
    may: z.object({ edit: z.boolean(), handIn: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
    whyNot: z.string().nullable(),
  })
  .meta({ id: 'RuleDraft' });
export type RuleDraftView = z.infer<typeof ruleDraftView>;

const moment = z.object({ label: z.string(), at: z.string() });
/** What publishing would do to what is open; a case by its number only, for administrators meet none. */
export const ruleEffect = z
  .object({
    sentences: z.array(z.string()),
    /** Open todos whose next reminder or report comes at another moment, or comes at all. */
    changed: z.number().int(),
    cases: z.number().int(),
    groups: z.array(z.object({ label: z.string(), count: z.number().int(), first: z.string() })),
    /** The first of them, in the order of their moments. */
    items: z.array(
      z.object({
        todoId: id,
        caseNumber: z.string(),
        kindLabel: z.string(),
        stepLabel: z.string(),
        due: dayText,
        before: moment.nullable(),
        after: moment.nullable(),
      }),
    ),
  })
  .meta({ id: 'RuleEffect' });
export type RuleEffect = z.infer<typeof ruleEffect>;
