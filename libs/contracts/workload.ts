import { z } from 'zod';
import { shareWays } from '#domain/workload';
import type { ShareWay } from '#domain/workload';
import { id, words } from './page.ts';

const count = z.number().int();
const named = z.object({ id, name: z.string() });
const wayCodes = Object.keys(shareWays) as [ShareWay, ...ShareWay[]];

export const workloadTodo = z
  .object({
    caseId: id,
    key: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    role: z.string(),
    roleLabel: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    what: z.string(),
    due: z.string().nullable(),
    late: z.boolean(),
    /** named: it lies with him by name; office: with an office that nobody else holds. */
    holds: z.enum(['named', 'office']),
    /** It waits for his signature. */
    approval: z.boolean(),
  })
  .meta({ id: 'WorkloadTodo' });
export type WorkloadTodo = z.infer<typeof workloadTodo>;

export const workloadView = z
  .object({
    person: named,
    offices: z.array(z.string()),
    todos: z.array(workloadTodo),
    /** Todos of offices that others hold as well: they stay with them. */
    shared: z.number().int(),
    launched: z.object({
      count: z.number().int(),
      items: z.array(z.object({ id, number: z.string(), title: z.string() })),
    }),
    /** Absences from today on that name him: to be arranged anew by hand. */
    absences: z.array(z.string()),
    /** Who could take it: colleagues of the same house. */
    colleagues: z.array(z.object({ id, name: z.string(), office: z.string() })),
    /** Handovers of his work, the latest first. */
    handovers: z.array(z.object({ id, at: z.string(), by: z.string(), statusLabel: z.string() })),
  })
  .meta({ id: 'Workload' });
export type WorkloadView = z.infer<typeof workloadView>;

const plan = z.object({
  way: z.enum(wayCodes),
  to: z
    .array(z.object({ personId: id, of: z.array(z.string().max(30)).max(20).default([]) }))
    .min(1, '请选择接办人。')
    .max(20, '一次最多选20位接办人。'),
});
export const workloadPlan = plan.meta({ id: 'WorkloadPlan' });
export type WorkloadPlan = z.infer<typeof workloadPlan>;

export const workloadPreview = z
  .object({
    items: z.array(workloadTodo.extend({ to: named.nullable(), why: z.string().nullable() })),
    /** How many each would get. */
    shares: z.array(named.extend({ count: z.number().int() })),
  })
  .meta({ id: 'WorkloadPreview' });
export type WorkloadPreview = z.infer<typeof workloadPreview>;

/** `id` made by the client: sent again it orders nothing twice. */
export const workloadOrder = plan.extend({ id, reason: words(200) }).meta({ id: 'WorkloadOrder' });
export type WorkloadOrder = z.infer<typeof workloadOrder>;

export const handoverItemStates = {
  waiting: '等待移交',
  done: '已移交',
  refused: '没有移交',
  returned: '已退回原承办人',
  kept: '不再退回',
  dropped: '没有移交（已撤回）',
} as const;
export type HandoverItemState = keyof typeof handoverItemStates;
const itemStates = Object.keys(handoverItemStates) as [HandoverItemState, ...HandoverItemState[]];

export const handoverStates = {
  running: '正在进行',
  paused: '已暂停',
  finished: '已完成',
  stopped: '已停止',
} as const;
export type HandoverState = keyof typeof handoverStates;

export const handoverView = z
  .object({
    id,
    from: named,
    by: z.string(),
    at: z.string(),
    reason: z.string(),
    /** back: it is being taken back. */
    direction: z.enum(['forth', 'back']),
    status: z.enum(Object.keys(handoverStates) as [HandoverState, ...HandoverState[]]),
    statusLabel: z.string(),
    /** Why it stopped. */
    why: z.string().nullable(),
    total: z.number().int(),
    counts: z.object({
      ...{ waiting: count, done: count, refused: count },
      ...{ returned: count, kept: count, dropped: count },
    }),
    items: z.array(
      z.object({
        caseId: id,
        caseNumber: z.string(),
        caseTitle: z.string(),
        what: z.string(),
        to: z.string(),
        status: z.enum(itemStates),
        statusLabel: z.string(),
        why: z.string().nullable(),
      }),
    ),
    mayPause: z.boolean(),
    mayResume: z.boolean(),
    mayUndo: z.boolean(),
  })
  .meta({ id: 'Handover' });
export type HandoverView = z.infer<typeof handoverView>;
