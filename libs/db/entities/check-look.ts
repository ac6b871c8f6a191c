import { defineEntity, p } from '@mikro-orm/core';
import { instant, text } from '../columns.ts';

/** How often somebody asked whether papers are genuine, by a digest of the address: who it was is not kept. */
export const CheckLook = defineEntity({
  name: 'CheckLook',
  tableName: 'check_look',
  properties: { address: text().primary(), looks: p.integer(), since: instant() },
});
