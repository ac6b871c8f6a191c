import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { Role } from '#domain/role';
import { instant, json, text, uuid } from '../columns.ts';
import { Org } from './org.ts';
import { Person } from './person.ts';

/** An in-app message to an office or a person. `role` without `orgId` is that role anywhere in the bureau. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: uuid().primary(),
    /** Makes a repeated write harmless, e.g. `caseId/sequence/index`. */
    key: text().unique(),
    at: instant(),
    orgId: () => p.manyToOne(Org).mapToPk().joinColumn('org_id').deleteRule('no action').nullable(),
    role: text().$type<Role>().nullable(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').deleteRule('no action').nullable(),
    caseId: uuid().nullable(),
    code: text(),
    params: json<Record<string, string | number>>(),
  },
  indexes: [
    { name: 'message_office', properties: ['orgId', 'role', 'at', 'id'] },
    { name: 'message_person', properties: ['personId', 'at', 'id'] },
    { name: 'message_code', properties: ['code', 'at'] },
  ],
});
export type MessageRow = InferEntity<typeof Message>;

export const MessageRead = defineEntity({
  name: 'MessageRead',
  tableName: 'message_read',
  properties: {
    messageId: () =>
      p
        .manyToOne(Message)
        .mapToPk()
        .joinColumn('message_id')
        .updateRule('no action')
        .deleteRule('no action')
        .primary(),
    personId: () =>
      p
        .manyToOne(Person)
        .mapToPk()
        .joinColumn('person_id')
        .updateRule('no action')
        .deleteRule('no action')
        .primary(),
    at: instant(),
  },
});
