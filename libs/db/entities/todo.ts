import { defineEntity } from '@mikro-orm/core';
import type { Deadline } from '#domain/deadline';
import type { Role } from '#domain/role';
import { day, instant, json, text, uuid } from '../columns.ts';

/** A line in an inbox, addressed to an office; `orgId` null means the role anywhere in the bureau. */
export const Todo = defineEntity({
  name: 'Todo',
  tableName: 'todo',
  properties: {
    id: uuid().primary(),
    caseId: uuid(),
    /** step/round */
    key: text(),
    /** Of the case. */
    kind: text(),
    step: text(),
    round: text(),
    orgId: uuid().nullable(),
    role: text().$type<Role>(),
    holderId: uuid().nullable(),
    /** How the holder came to have it: hand-over, delegate, reassign, take-over. */
    assigned: text().nullable(),
    openedAt: instant(),
    due: day().nullable(),
    originalDue: day().nullable(),
    deadline: json<Deadline>().nullable(),
    /** Rungs of the ladder that have fired. */
    fired: json<string[]>(),
    closedAt: instant().nullable(),
    outcome: text().$type<'done' | 'dropped'>().nullable(),
  },
  uniques: [{ properties: ['caseId', 'key'] }],
});
