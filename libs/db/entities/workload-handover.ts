import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { HandoverItemState, HandoverState } from '#contracts/workload';
import type { Role } from '#domain/role';
import { instant, json, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** 工作移交: somebody's open todos are given to others, one act after the other, in the background. */
export const WorkloadHandover = defineEntity({
  name: 'WorkloadHandover',
  tableName: 'workload_handover',
  properties: {
    id: uuid().primary(),
    fromId: () => p.manyToOne(Person).mapToPk().joinColumn('from_id'),
    /** Who ordered it: each act is his, with the posts that he holds when it is done. */
    byId: () => p.manyToOne(Person).mapToPk().joinColumn('by_id'),
    at: instant(),
    reason: text(),
    /** What the person held when it was ordered: it may go on after he has lost it. */
    offices: json<{ orgId: string; role: Role }[]>(),
    direction: text().$type<'forth' | 'back'>(),
    status: text().$type<HandoverState>(),
    why: text().nullable(),
    undoneById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('undone_by_id').deleteRule('no action').nullable(),
    undoneAt: instant().nullable(),
  },
  indexes: [{ name: 'workload_handover_from', properties: ['fromId', 'at'] }],
});
export type WorkloadHandoverRow = InferEntity<typeof WorkloadHandover>;

export const WorkloadHandoverItem = defineEntity({
  name: 'WorkloadHandoverItem',
  tableName: 'workload_handover_item',
  properties: {
    handoverId: () =>
      p
        .manyToOne(WorkloadHandover)
        .mapToPk()
        .joinColumn('handover_id')
        .deleteRule('no action')
        .updateRule('no action')
        .primary(),
    idx: p.integer().primary(),
    caseId: uuid(),
    key: text(),
    /** As a person calls it, once it is no longer open. */
    what: text(),
    toId: uuid(),
    status: text().$type<HandoverItemState>(),
    /** Of the act that moved it. */
    seq: p.integer().nullable(),
    why: text().nullable(),
    at: instant().nullable(),
  },
});
