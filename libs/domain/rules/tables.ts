import type { DeadlineRule } from '../deadline.ts';
import type { OfficeHours, Rung } from '../ladder.ts';
import type { NumberingRule } from '../numbering.ts';
import type { ChainRule } from '../service/chain.ts';
import type { RouteRule } from '../signing.ts';
import type { ExtensionRule, SuspensionGround } from '../supervision/rules.ts';

/** The tables of dated rows to which the bureau may append. */
export const ruleTables = {
  rung: '提醒和逾期上报',
  deadline: '办理期限',
  extension: '延期',
  ground: '中止事由',
  route: '审批',
  'office-hours': '办公时间',
  numbering: '文号',
  way: '送达方式',
} as const;
export type RuleTable = keyof typeof ruleTables;
export const ruleTableCodes = Object.keys(ruleTables) as RuleTable[];

export interface RuleRows {
  rung: Rung[];
  deadline: DeadlineRule[];
  extension: ExtensionRule[];
  ground: SuspensionGround[];
  route: RouteRule[];
  'office-hours': OfficeHours[];
  numbering: NumberingRule[];
  way: ChainRule[];
}
export type RuleRow = RuleRows[RuleTable][number];
