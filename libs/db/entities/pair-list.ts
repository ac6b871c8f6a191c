import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import { instant, json, text, uuid } from '../columns.ts';

/** The dry run of a campaign: what was given and what each row was matched to. */
export const PairList = defineEntity({
  name: 'PairList',
  tableName: 'pair_list',
  properties: {
    id: uuid().primary(),
    kind: text(),
    personId: uuid(),
    at: instant(),
    form: json<Record<string, unknown>>(),
    source: text(),
    campaignId: uuid().nullable(),
    rowCount: p.integer(),
    problemCount: p.integer(),
  },
});
export type PairListRow = InferEntity<typeof PairList>;

export const PairListLine = defineEntity({
  name: 'PairListLine',
  tableName: 'pair_list_row',
  properties: {
    listId: uuid().primary(),
    row: p.integer().primary(),
    pilotText: text(),
    assistedText: text(),
    pilotId: uuid().nullable(),
    assistedId: uuid().nullable(),
    problems: json<unknown[]>(),
  },
});
export type PairListLineRow = InferEntity<typeof PairListLine>;
