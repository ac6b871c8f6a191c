import { defineEntity, p } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';
import { Account } from './account.ts';

/** One log-in. Only the hash of the cookie's token is kept. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: uuid().primary(),
    tokenHash: text().unique().hidden(),
    accountId: () => p.manyToOne(Account).mapToPk().joinColumn('account_id').index(),
    ip: text(),
    userAgent: text(),
    createdAt: instant(),
    expiresAt: instant(),
    endedAt: instant().nullable(),
  },
});
