import { defineEntity, p } from '@mikro-orm/core';
import type { RelationSort } from '#domain/relation';
import { day, instant, text, uuid } from '../columns.ts';
import { Org } from './org.ts';
import { Person } from './person.ts';

/** 回避申报. Half-open: `until` is the first day on which it no longer counts. */
export const Relation = defineEntity({
  name: 'Relation',
  tableName: 'relation',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    orgId: () => p.manyToOne(Org).mapToPk().joinColumn('org_id'),
    sort: text().$type<RelationSort>(),
    from: day().fieldName('from_day'),
    until: day().fieldName('until_day').nullable(),
    /** Protected: shown to the person himself, the security administrator and leaders. */
    note: text().nullable(),
    declaredById: () => p.manyToOne(Person).mapToPk().joinColumn('declared_by_id'),
    declaredAt: instant(),
    endedAt: instant().nullable(),
    endedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('ended_by_id').deleteRule('no action').nullable(),
    endWhy: text().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ name: 'relation_person', properties: ['personId'] }],
});
