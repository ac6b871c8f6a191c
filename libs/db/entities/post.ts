import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '#domain/role';
import { day, instant, text, uuid } from '../columns.ts';
import { Org } from './org.ts';
import { Person } from './person.ts';

/** A person's office. Half-open: `until` is the first day without it, so ending a post today takes effect at once. */
export const Post = defineEntity({
  name: 'Post',
  tableName: 'post',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').index(),
    orgId: () => p.manyToOne(Org).mapToPk().joinColumn('org_id'),
    role: text().$type<Role>(),
    from: day().fieldName('from_day'),
    until: day().fieldName('until_day').nullable(),
    grantedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('granted_by_id').deleteRule('no action').nullable(),
    createdAt: instant(),
  },
  indexes: [{ name: 'post_office', properties: ['orgId', 'role'] }],
});
