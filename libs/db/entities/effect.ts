import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { OuterEffect } from '#domain/case';
import { instant, json, text, uuid } from '../columns.ts';

/** An order to the outside: written by the commit, marked done by its activity. */
export const EffectRow = defineEntity({
  name: 'EffectRow',
  tableName: 'effect',
  properties: {
    caseId: uuid().primary(),
    seq: p.integer().primary(),
    idx: p.integer().primary(),
    type: text().$type<OuterEffect['type']>(),
    body: json<OuterEffect>(),
    at: instant(),
    doneAt: instant().nullable(),
    failure: text().nullable(),
  },
});
export type EffectRow = InferEntity<typeof EffectRow>;
