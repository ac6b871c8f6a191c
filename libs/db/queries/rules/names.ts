import type { Layout } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { kindCodes, kindOf } from '#domain/kinds/index';
import type { RuleRows, RuleTable } from '#domain/rules/tables';

/** Papers of one layout stand together. */
const layoutNames: Record<Layout, string> = {
  ...{ official: '文件', letter: '信函', minutes: '纪要', agreement: '协议、责任书' },
  ...{ legal: '执法文书', form: '表格、回证', record: '笔录' },
};
const ladders: Record<string, string> = { reminders: '督办事项', stopped: '中止的期限' };

/** Of what a rule is: the kind of case by its code's beginning, or the ladder. */
export function groupOf(table: RuleTable, code: string, ladder?: string): string {
  if (table === 'rung') return ladder === undefined ? '一般事项' : (ladders[ladder] ?? ladder);
  if (table === 'numbering') return layoutNames[noticeTypeOf(code.slice('number.'.length)).layout];
  const [head = ''] = code.split('.');
  if (kindCodes.includes(head)) return kindOf(head).label;
  if (table === 'deadline' || table === 'route') return '督办';
  return '全部事项';
}

/** How a rule is called in a list. */
export function nameOfRule(table: RuleTable, code: string, rules: RuleRows, label?: string): string {
  // What it is about, without the way that it names.
  if (table === 'way')
    return (label ?? rules.way.findLast((row) => row.code === code)?.label ?? code).split('，')[0] ?? code;
  if (table === 'extension') {
    const of = code.slice('extension.'.length);
    return code === 'extension' ? '一般的延期' : `“${deadlineName(of, rules)}”的延期`;
  }
  return label ?? rules[table].findLast((row) => row.code === code)?.label ?? code;
}

export function deadlineName(code: string, { deadline }: RuleRows): string {
  return deadline.findLast((row) => row.code === code)?.label ?? code;
}
