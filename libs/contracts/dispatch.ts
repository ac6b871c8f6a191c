import { z } from 'zod';
import { pageQuery, id } from './page.ts';

const lateness = z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']);

/** 发文: whose turn it is. */
export const dispatchViews = ['mine', 'review', 'sign', 'issued', 'voided', 'all'] as const;
export const dispatchQuery = pageQuery.extend({
  view: z.enum(dispatchViews).default('all'),
  q: z.string().max(100).optional(),
});
export type DispatchQuery = z.infer<typeof dispatchQuery>;

export const dispatchLine = z
  .object({
    caseId: id,
    /** In the register: 发文〔2026〕3号. */
    number: z.string(),
    /** On the paper, once it is issued. */
    noticeNumber: z.string().nullable(),
    title: z.string(),
    paperLabel: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    drafter: z.string(),
    mine: z.boolean(),
    changedAt: z.string(),
    nextDue: z.string().nullable(),
    lateness,
    workingDaysLeft: z.number().int(),
    workingDaysLate: z.number().int(),
  })
  .meta({ id: 'DispatchLine' });
export type DispatchLine = z.infer<typeof dispatchLine>;
export const dispatchPage = z
  .object({
    items: z.array(dispatchLine),
    next: z.string().nullable(),
    counts: z.object({
      ...{ mine: z.number().int(), review: z.number().int(), sign: z.number().int() },
      ...{ issued: z.number().int(), voided: z.number().int(), all: z.number().int() },
    }),
  })
  .meta({ id: 'DispatchPage' });
export type DispatchPage = z.infer<typeof dispatchPage>;

/** 批注 and opinion with which a draft was sent back. */
const opinion = z.object({
  label: z.string(),
  by: z.string(),
  at: z.string(),
  returned: z.boolean(),
  note: z.string().nullable(),
  marks: z.array(z.object({ place: z.string(), text: z.string() })),
});
export type Opinion = z.infer<typeof opinion>;

/** The text of a draft and the form in which it is written. */
export const dispatchText = z
  .object({
    caseId: id,
    title: z.string(),
    paperLabel: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    /** Of what was saved last; 0: nothing yet. */
    version: z.number().int(),
    saved: z.object({ by: z.string(), at: z.string() }).nullable(),
    mayEdit: z.boolean(),
    /** Why not. */
    reason: z.string().nullable(),
    schema: z.record(z.string(), z.unknown()),
    options: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
    form: z.record(z.string(), z.unknown()),
    /** What it still lacks before it can be handed in. */
    lacks: z.array(z.string()),
    opinions: z.array(opinion),
  })
  .meta({ id: 'DispatchText' });
export type DispatchText = z.infer<typeof dispatchText>;
export const dispatchTextBody = z
  .object({ version: z.number().int().min(0), form: z.record(z.string(), z.unknown()) })
  .meta({ id: 'DispatchTextBody' });
export type DispatchTextBody = z.infer<typeof dispatchTextBody>;

/** 送达 of a paper that was sent to be signed for. */
const dispatchService = z.object({
  of: z.number().int(),
  served: z.number().int(),
  /** It became void before everybody was served. */
  dropped: z.boolean(),
  /** One paper for all is served in one case. */
  common: z.object({ caseId: id, number: z.string() }).nullable(),
  /** Papers for one each in as many cases; the first of those that are not served. */
  each: z
    .object({
      begun: z.number().int(),
      open: z.array(z.object({ caseId: id, number: z.string(), name: z.string() })),
    })
    .nullable(),
});
export type DispatchService = z.infer<typeof dispatchService>;

/** What the page of a dispatch shows beside what every case has. */
export const dispatchBody = z
  .object({
    paperLabel: z.string(),
    drafter: z.string(),
    round: z.number().int(),
    /** The version that is being decided on, or the last one saved. */
    version: z.number().int(),
    /** It is with its drafter. */
    drafting: z.boolean(),
    receivers: z.array(z.object({ orgId: id, name: z.string(), openedAt: z.string().nullable() })),
    service: dispatchService.nullable(),
    outside: z.array(z.object({ unit: z.string(), on: z.string().nullable(), how: z.string().nullable() })),
    seal: z.object({ on: z.string(), copies: z.number().int(), by: z.string() }).nullable(),
    signedBy: z.string().nullable(),
    /** The earlier paper that it replaces or corrects. */
    replaces: z.object({ how: z.string(), title: z.string(), number: z.string().nullable() }).nullable(),
    versions: z.array(
      z.object({ version: z.number().int(), by: z.string(), at: z.string(), handedIn: z.boolean() }),
    ),
    opinions: z.array(opinion),
    voiding: z.object({ by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'DispatchBody' });
export type DispatchBody = z.infer<typeof dispatchBody>;
