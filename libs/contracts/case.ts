import { z } from 'zod';
import { escalationView } from './escalation.ts';
import { paperCounts, paperHashText } from './notice-standing.ts';
import { noticeLine } from './notice.ts';
import { id } from './page.ts';

const day = z.string();
const instant = z.string();

/** How a due day stands today, in colour, shape and word. */
export const deadlineView = z
  .object({
    label: z.string(),
    start: day,
    due: day,
    originalDue: day,
    time: z.string().optional(),
    ground: z.string(),
    /** 法定 / 待核对 / 默认值 / 待配置 */
    markLabel: z.string(),
    provisional: z.boolean(),
    lateness: z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']),
    latenessLabel: z.string(),
    workingDaysLeft: z.number().int(),
    workingDaysLate: z.number().int(),
    /** The derivation as a sentence that a clerk could read out. */
    sentence: z.string(),
    /** The days of the derivation for a small calendar. */
    days: z.array(
      z.object({
        day,
        kind: z.enum(['start', 'counted', 'weekend', 'holiday', 'makeup', 'suspended', 'due']),
        name: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'DeadlineView' });
export type DeadlineView = z.infer<typeof deadlineView>;

export const todoLine = z
  .object({
    id,
    caseId: id,
    kind: z.string(),
    kindLabel: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    key: z.string(),
    step: z.string(),
    stepLabel: z.string(),
    /** What exactly, where a step comes in several pieces: the plan item, the week, the problem. */
    detail: z.string().optional(),
    action: z.string(),
    orgId: z.string().nullable(),
    /** Who owes it, e.g. 宣武医院 医院联络员. */
    office: z.string(),
    openedAt: instant,
    due: day.nullable(),
    originalDue: day.nullable(),
    provisional: z.boolean(),
    lateness: z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']),
    workingDaysLeft: z.number().int().nullable(),
    workingDaysLate: z.number().int().nullable(),
    closedAt: instant.nullable(),
    /** Of work on a paper: its name, for whom it is, and how many pages, as far as known. */
    paper: z
      .object({ name: z.string(), forWhom: z.string().nullable(), pages: z.number().int().nullable() })
      .nullable(),
  })
  .meta({ id: 'TodoLine' });
export type TodoLine = z.infer<typeof todoLine>;

export const caseLine = z
  .object({
    id,
    kind: z.string(),
    kindLabel: z.string(),
    number: z.string(),
    title: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    campaignId: id.nullable(),
    openedAt: instant,
    changedAt: instant,
    closedAt: instant.nullable(),
    nextDue: day.nullable(),
    lateness: z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']),
  })
  .meta({ id: 'CaseLine' });
export type CaseLine = z.infer<typeof caseLine>;

export const actionView = z
  .object({
    action: z.string(),
    label: z.string(),
    verb: z.string(),
    permitted: z.boolean(),
    reason: z.string().optional(),
    /** The organisations for which the reader may do it now; with several he chooses. */
    onBehalfOf: z.array(z.object({ orgId: id, name: z.string() })),
    /** On clocks, holders and signatures: shown apart from the procedure's own acts. */
    supervises: z.boolean(),
  })
  .meta({ id: 'ActionView' });

export const caseFileLine = z
  .object({
    id,
    name: z.string(),
    size: z.number().int(),
    type: z.string(),
    uploadedBy: z.string(),
    uploadedAt: instant,
    action: z.string(),
  })
  .meta({ id: 'CaseFileLine' });

export const mapStep = z.object({
  code: z.string(),
  label: z.string(),
  status: z.enum(['done', 'here', 'next', 'skipped']),
});

export const caseView = z
  .object({
    id,
    kind: z.string(),
    kindLabel: z.string(),
    number: z.string(),
    title: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    seq: z.number().int(),
    openedAt: instant,
    closedAt: instant.nullable(),
    /** To which it belongs: its campaign, for the bureau also the paper that it serves. */
    campaign: z.object({ id, kind: z.string(), title: z.string() }).nullable(),
    parties: z.array(z.object({ orgId: id, name: z.string(), part: z.string() })),
    map: z.array(mapStep),
    actions: z.array(actionView),
    /** All that is waited for; `mine` marks what the reader himself owes. */
    todos: z.array(todoLine.extend({ mine: z.boolean(), deadline: deadlineView.nullable() })),
    /** The first ones. */
    notices: z.array(noticeLine),
    papers: paperCounts,
    files: z.array(caseFileLine),
    escalations: z.array(escalationView),
    people: z.array(z.object({ personId: id, name: z.string(), org: z.string(), role: z.string() })),
    /** What the kind itself shows; its shape is the kind's own view in its contract file. */
    body: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof caseView>;

/** For which of his organisations the reader would act; without it the first that may. */
export const actFormQuery = z.object({
  onBehalfOf: id.optional(),
  /** Which of the reader's todos it is to answer. */
  todo: z.string().max(80).optional(),
});
export type ActFormQuery = z.infer<typeof actFormQuery>;

/** The form of an action as JSON schema with titles, widgets and the options that this case offers. */
export const actFormView = z
  .object({
    action: z.string(),
    label: z.string(),
    verb: z.string(),
    consequences: z.array(z.string()),
    seq: z.number().int(),
    /** The organisation whose form this is, to be sent with the act; null before there is a case. */
    onBehalfOf: id.nullable(),
    /** The absent person whose post the reader exercises by it. */
    actingFor: z.object({ name: z.string(), roleLabel: z.string() }).nullable(),
    schema: z.record(z.string(), z.unknown()),
    /** Field → options that depend on the case: plan items, problems, weeks, hospitals. */
    options: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
    /** What the form begins with: earlier answers, rows to be filled. */
    initial: z.record(z.string(), z.unknown()),
    /** Name of the paper that this act signs, where it is the same whatever is chosen; its draft is at /drafts/:action. */
    draft: z.string().nullable(),
    /** The answers on which the paper depends, if any. */
    draftBy: z.array(z.string()),
  })
  .meta({ id: 'ActFormView' });
export type ActFormView = z.infer<typeof actFormView>;

export const actBody = z
  .object({
    /** Made by the client, so that a repetition is recognised. */
    actId: z.uuid(),
    action: z.string().max(60),
    /** The organisation for which the actor acts; needed only when he holds posts in several. */
    onBehalfOf: z.uuid().optional(),
    /** The sequence number that the form was shown for. */
    seq: z.number().int().optional(),
    form: z.record(z.string(), z.unknown()),
    /** The hash of the draft that the page showed, where the act signs a paper: only that one is signed. */
    paper: paperHashText.optional(),
  })
  .meta({ id: 'ActBody' });
export type ActBody = z.infer<typeof actBody>;

/** Of the papers that an act would issue: how many are set and can be printed. Without papers: 0 of 0. */
export const provenPapers = z
  .object({ proven: z.number().int(), of: z.number().int() })
  .meta({ id: 'ProvenPapers' });
export type ProvenPapers = z.infer<typeof provenPapers>;

export const actReceipt = z
  .object({
    caseId: id,
    actId: z.string(),
    seq: z.number().int(),
    stage: z.string(),
    stageLabel: z.string(),
    next: z.array(z.string()),
  })
  .meta({ id: 'ActReceipt' });
export type ActReceipt = z.infer<typeof actReceipt>;

export const caseQuery = z.object({
  q: z.string().max(100).optional(),
  kind: z.string().max(30).optional(),
  stage: z.string().max(30).optional(),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  late: z.enum(['overdue', 'soon']).optional(),
  orgId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  sort: z.enum(['changed', 'due']).default('changed'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CaseQuery = z.infer<typeof caseQuery>;
export const casePage = z
  .object({ items: z.array(caseLine), next: z.string().nullable() })
  .meta({ id: 'CasePage' });
export type CasePage = z.infer<typeof casePage>;
