import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { OrgKind } from '#domain/role';
import { day, instant, sortName, text, uuid } from '../columns.ts';

export const Org = defineEntity({
  name: 'Org',
  tableName: 'org',
  properties: {
    id: uuid().primary(),
    kind: text().$type<OrgKind>(),
    parentId: () =>
      p.manyToOne(Org).mapToPk().joinColumn('parent_id').deleteRule('no action').nullable().index(),
    name: text(),
    sortName: sortName(),
    /** Hospitals: 三级甲等 and the like. */
    level: text().nullable(),
    /** Hospitals: 综合医院, 专科医院, 中医医院 and the like. */
    type: text().nullable(),
    district: text().nullable(),
    sort: p.integer().default(0),
    disabledOn: day().nullable(),
    mergedIntoId: () =>
      p.manyToOne(Org).mapToPk().joinColumn('merged_into_id').deleteRule('no action').nullable(),
    demo: p.boolean().default(false),
    createdAt: instant(),
    version: p.integer().default(1),
  },
  indexes: [{ name: 'org_order', properties: ['sort', 'sortName', 'id'] }],
});
export type OrgRow = InferEntity<typeof Org>;

export type OrgNameSort = 'official' | 'alias' | 'former';

/** Every name by which an organisation is recognised; unique, so that an import never guesses. */
export const OrgName = defineEntity({
  name: 'OrgName',
  tableName: 'org_name',
  properties: {
    id: uuid().primary(),
    orgId: () => p.manyToOne(Org).mapToPk().joinColumn('org_id').index(),
    name: text().unique(),
    sort: text().$type<OrgNameSort>(),
    /** A former name: the first day on which it no longer held. */
    until: day().nullable(),
  },
});
