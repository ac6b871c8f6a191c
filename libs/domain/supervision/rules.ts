import { ruleOn, rulesOn, type Rule } from '../rule.ts';
import type { Day } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { Role } from '../role.ts';
import type { RouteRule } from '../signing.ts';

/** Who approves an extension: one level above whoever owes the work, or at least that one. */
export const extensionLevels = ['above', 'leader', 'chief-leader'] as const;
export type ExtensionLevel = (typeof extensionLevels)[number];

/** A dated row: how often, how long and until when before the due day an extension may be asked for, and who approves. */
export interface ExtensionRule extends Rule {
  times: number;
  mostWorkingDays: number;
  /** To be asked for at least so many working days before the due day. */
  aheadWorkingDays: number;
  /** The first one; absent: one level above. */
  firstBy?: ExtensionLevel;
  /** Each later one; absent: the leader at least. */
  laterBy?: ExtensionLevel;
}

/** A dated row: a ground on which a clock may be stopped, and for which deadlines. */
export interface SuspensionGround extends Rule {
  /** Codes of deadline rows; absent: every limit that is not one of the law. */
  rules?: readonly string[];
  /** Without approval whoever may ask stops the clock himself. */
  approvedBy?: 'section-head' | 'leader';
}

const p = {
  from: '2017-01-01',
  ground: '程序说明§4（产品默认值，可由主管部门调整）',
  mark: 'default',
} as const;

/** process-law.md §4: apply three working days before, twice at most. A row named after a deadline row goes first. */
export const shippedExtensions: readonly ExtensionRule[] = [
  {
    ...{ ...p, code: 'extension', label: '延期', times: 2, mostWorkingDays: 30, aheadWorkingDays: 3 },
    ...{ firstBy: 'above', laterBy: 'leader' },
  },
];

export const shippedGrounds: readonly SuspensionGround[] = [
  { ...p, code: 'force-majeure', label: '不可抗力或突发公共卫生事件', approvedBy: 'section-head' },
  { ...p, code: 'higher-reply', label: '等待上级机关答复', approvedBy: 'section-head' },
  { ...p, code: 'other-case', label: '须以另一事项的结果为依据', approvedBy: 'leader' },
];

/** Who decides about a clock or a person: one level above whoever owes the work (process-law.md §4). */
export const supervisionRoutes: readonly RouteRule[] = [
  {
    ...p,
    code: 'by-section-head',
    label: '处室负责人审批',
    stages: [{ signers: [['section-head', 'leader', 'chief-leader']] }],
  },
  {
    ...p,
    code: 'by-leader',
    label: '分管领导审批',
    stages: [{ signers: [['leader', 'chief-leader']] }],
  },
  { ...p, code: 'by-chief-leader', label: '主要领导审批', stages: [{ signers: [['chief-leader']] }] },
];

/** The row that is named after the deadline's own, else the general one; none for limits of the law without a row. */
export function extensionRule(
  rows: readonly ExtensionRule[],
  { rule, mark }: Deadline,
  today: Day,
): ExtensionRule | undefined {
  const own = rulesOn(rows, today).find(({ code }) => code === `extension.${rule}`);
  return own ?? (mark === 'law' ? undefined : ruleOn(rows, 'extension', today));
}

export const groundsFor = (
  rows: readonly SuspensionGround[],
  { rule, mark }: Pick<Deadline, 'rule' | 'mark'>,
  today: Day,
): SuspensionGround[] =>
  rulesOn(rows, today).filter(({ rules }) => (rules ? rules.includes(rule) : mark !== 'law'));

const above: Partial<Record<Role, string>> = {
  'section-head': 'by-leader',
  leader: 'by-chief-leader',
  'chief-leader': 'by-chief-leader',
};
/** One level above the office that owes the work. */
export const routeAbove = (role: Role): string => above[role] ?? 'by-section-head';
const levels = ['by-section-head', 'by-leader', 'by-chief-leader'];
/** Never below the level above whoever owes it, whatever the row says. */
export function routeOfExtension(
  role: Role,
  nth: number,
  { firstBy = 'above', laterBy = 'leader' }: Pick<ExtensionRule, 'firstBy' | 'laterBy'>,
): string {
  const least = routeAbove(role);
  const level = nth > 1 ? laterBy : firstBy;
  const named = level === 'above' ? least : `by-${level}`;
  return levels.indexOf(named) > levels.indexOf(least) ? named : least;
}
