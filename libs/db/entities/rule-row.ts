import { defineEntity, p } from '@mikro-orm/core';
import type { RuleRow, RuleTable } from '#domain/rules/tables';
import { day, json, text } from '../columns.ts';

/** A row that the bureau appended, in the order of its approval; without content its code ends on that day. */
export const RuleRowRow = defineEntity({
  name: 'RuleRowRow',
  tableName: 'rule_row',
  properties: {
    revision: p.integer().primary(),
    idx: p.integer().primary(),
    tableCode: text().$type<RuleTable>(),
    code: text(),
    fromDay: day(),
    content: json<RuleRow>().nullable(),
    ground: text(),
  },
});
