import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { PairListReading } from '#contracts/pair-list';
import { instant, json, text, uuid } from '../columns.ts';
import { File } from './file.ts';

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
    /** The uploaded original; absent where the list was pasted. */
    fileId: () =>
      p.manyToOne(File).mapToPk().joinColumn('file_id').deleteRule('no action').nullable().index(),
    /** Set when it is launched: from then on the list stands still. */
    campaignId: uuid().nullable(),
    rowCount: p.integer(),
    /** As last checked. */
    problemCount: p.integer(),
    reading: json<PairListReading>().nullable(),
  },
  indexes: [{ name: 'pair_list_person', properties: ['personId', 'at', 'id'] }],
});
export type PairListRow = InferEntity<typeof PairList>;

export const PairListLine = defineEntity({
  name: 'PairListLine',
  tableName: 'pair_list_row',
  properties: {
    listId: uuid().primary(),
    row: p.integer().primary(),
    /** Where it stands in what was given; several pairs may stand in one line. */
    line: p.integer().default(0),
    pilotText: text(),
    assistedText: text(),
    pilotId: uuid().nullable(),
    assistedId: uuid().nullable(),
    /** A person chose the hospital; the text is no longer looked up. */
    pilotByHand: p.boolean().default(false),
    assistedByHand: p.boolean().default(false),
    problems: json<unknown[]>(),
  },
});
export type PairListLineRow = InferEntity<typeof PairListLine>;
