import { defineEntity } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { Calendar } from '#domain/calendar';
import { instant, json, text } from '../columns.ts';

/** The calendar as the bureau last published it; the newest row holds. */
export const RuleBookRow = defineEntity({
  name: 'RuleBookRow',
  tableName: 'rule_book',
  properties: { version: text().primary(), at: instant(), calendar: json<Calendar>() },
});
export type RuleBookRow = InferEntity<typeof RuleBookRow>;
