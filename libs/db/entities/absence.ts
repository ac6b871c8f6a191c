import { defineEntity, p } from '@mikro-orm/core';
import { day, instant, text, uuid } from '../columns.ts';
import { Person } from './person.ts';
import { Post } from './post.ts';

/** Somebody is away from the first to the last day, and his deputy exercises some of his posts. Both days count. */
export const Absence = defineEntity({
  name: 'Absence',
  tableName: 'absence',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    deputyId: () => p.manyToOne(Person).mapToPk().joinColumn('deputy_id'),
    from: day().fieldName('from_day'),
    to: day().fieldName('to_day'),
    note: text().nullable(),
    enteredById: () => p.manyToOne(Person).mapToPk().joinColumn('entered_by_id'),
    enteredAt: instant(),
    /** From this moment it no longer stands; before the first day it was withdrawn. */
    endedAt: instant().nullable(),
    endedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('ended_by_id').deleteRule('no action').nullable(),
    endWhy: text().nullable(),
    version: p.integer().default(1),
  },
  indexes: [
    { name: 'absence_person', properties: ['personId', 'to'] },
    { name: 'absence_deputy', properties: ['deputyId', 'to'] },
  ],
  checks: [
    { name: 'absence_days', expression: 'from_day <= to_day' },
    { name: 'absence_two', expression: 'person_id <> deputy_id' },
  ],
});

/** The posts of the absent person that his deputy exercises. */
export const AbsencePost = defineEntity({
  name: 'AbsencePost',
  tableName: 'absence_post',
  properties: {
    absenceId: () =>
      p
        .manyToOne(Absence)
        .mapToPk()
        .joinColumn('absence_id')
        .deleteRule('no action')
        .updateRule('no action')
        .primary(),
    postId: () =>
      p
        .manyToOne(Post)
        .mapToPk()
        .joinColumn('post_id')
        .deleteRule('no action')
        .updateRule('no action')
        .primary(),
  },
});
