import { defineEntity } from '@mikro-orm/core';
import { instant, uuid } from '../columns.ts';

export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    noticeId: uuid().primary(),
    orgId: uuid().primary(),
    sentAt: instant(),
    /** First opened by somebody of the organisation. */
    openedAt: instant().nullable(),
    openedById: uuid().nullable(),
  },
});
