import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { MailChoice } from '#domain/mail-choice';
import { day, instant, sortName, text, uuid } from '../columns.ts';

export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: uuid().primary(),
    name: text(),
    sortName: sortName(),
    phone: text().nullable(),
    email: text().nullable(),
    emailConfirmedAt: instant().nullable(),
    mailChoice: text().$type<MailChoice>().default('digest'),
    demo: p.boolean().default(false),
    disabledOn: day().nullable(),
    createdAt: instant(),
    version: p.integer().default(1),
  },
  indexes: [{ name: 'person_order', properties: ['sortName', 'id'] }],
});
export type PersonRow = InferEntity<typeof Person>;

export type QualificationSort = 'certificate' | 'legal';

/** 执法证 and 法律职业资格: dated attributes of a person, not roles. Half-open: `until` is the first day without it. */
export const Qualification = defineEntity({
  name: 'Qualification',
  tableName: 'qualification',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').index(),
    sort: text().$type<QualificationSort>(),
    number: text(),
    from: day().fieldName('from_day'),
    until: day().fieldName('until_day').nullable(),
  },
});
