import type { DeadlineRule } from '../deadline.ts';
import { lengthWords } from '../explain.ts';
import { deciders, rungPapers, type OfficeHours, type Rung, type Whom } from '../ladder.ts';
import { numberText } from '../numbering.ts';
import { roles, type Role } from '../role.ts';
import { serviceWays } from '../service/ways.ts';
import type { RouteRule, RouteStage } from '../signing.ts';
import { stoppedLadder } from '../supervision/standing-still.ts';
import type { ExtensionLevel, ExtensionRule, SuspensionGround } from '../supervision/rules.ts';
import type { RuleRow, RuleRows, RuleTable } from './tables.ts';

const whomWords: Record<Whom, string> = {
  holder: '提醒承办人',
  principal: '告知医院主要负责人',
  'section-head': '报处室负责人',
  leader: '报分管领导',
  'chief-leader': '报主要领导',
};
export const decides = (whom: Whom): boolean => deciders.some((role) => role === whom);

type Climbing = Pick<Rung, 'offsetWorkingDays' | 'everyWorkingDays' | 'whom'> & { ladder?: string };

/** How a rung is called where it has fired: 逾期3个工作日报分管领导. */
export function rungLabel(rung: Climbing): string {
  const { offsetWorkingDays: offset, everyWorkingDays: every, whom } = rung;
  if (rung.ladder === stoppedLadder) return `中止每满${every ?? offset}个工作日询问`;
  const says = whomWords[whom];
  if (offset < 0) return `到期前${-offset}个工作日${says}`;
  if (offset === 0) return `到期当日${says}`;
  if (every === offset) return `逾期每${every}个工作日${says}`;
  return every === undefined
    ? `逾期${offset}个工作日${says}`
    : `逾期${offset}个工作日起每${every}个工作日${says}`;
}

function rungWords(rung: Rung): string {
  const { paper, approvedBy, ladder } = rung;
  if (ladder === stoppedLadder) return `${rungLabel(rung)}申请中止的人：事由是否还在`;
  const sent = paper === undefined || paper === 'reminder' ? '' : `，附${rungPapers[paper]}`;
  const approved = approvedBy === undefined ? '' : `，须${roles[approvedBy]}审批`;
  return `${rungLabel(rung)}${sent}${sent ? approved : ''}`;
}

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** 5个工作日；到期日遇节假日顺延. */
export function deadlineWords(row: DeadlineRule): string {
  const { count, unit, endOf, fixedWeekday, time, roll } = row;
  const by = time === undefined ? '' : `${time}前`;
  if (fixedWeekday !== undefined) return `每${weekdays[fixedWeekday] ?? ''}${by}`;
  const from = endOf === undefined ? '' : endOf === 'month' ? '月末之后' : '季度末之后';
  if (count === 0) return `${endOf === 'quarter' ? '季度末' : endOf === 'month' ? '月末' : '当日'}${by}`;
  if (count < 0) return `须提前${lengthWords(row)}`;
  const rolls = roll && unit !== 'WD' && unit !== 'H' ? '，最后一日遇节假日顺延' : '';
  return `${from}${lengthWords(row)}${by ? `，最后一日${by}` : ''}${rolls}`;
}

const approver = (level: ExtensionLevel): string => (level === 'above' ? '上一级' : roles[level]);

const extensionWords = ({
  times,
  mostWorkingDays,
  aheadWorkingDays,
  firstBy = 'above',
  laterBy = 'leader',
}: ExtensionRule): string =>
  times === 0
    ? '不得延期'
    : `最多延期${times}次，每次不超过${mostWorkingDays}个工作日，${
        aheadWorkingDays === 0 ? '到期日当天仍可申请' : `须在到期日前至少${aheadWorkingDays}个工作日申请`
      }，由${approver(firstBy)}批准${times > 1 && laterBy !== firstBy ? `，再次延期至少由${approver(laterBy)}批准` : ''}`;

const rolesWords = (list: readonly Role[]) => list.map((role) => roles[role]).join('或');
function stageWords({ signers, need = signers.length }: RouteStage): string {
  const [first] = signers;
  if (signers.length === 1 && first) return `${rolesWords(first)}一人签署`;
  const who = signers.map(rolesWords).join('、');
  if (need === signers.length) return `${who}都签署`;
  return `${who}${signers.length}人中有${need}人签署`;
}
const routeWords = ({ stages }: RouteRule): string =>
  stages.length === 1
    ? stages.map(stageWords).join('')
    : stages.map((stage, index) => `第${index + 1}步${stageWords(stage)}`).join('；');

const groundWords = ({ label, approvedBy, rules }: SuspensionGround, nameOf: (code: string) => string) =>
  `${label}${approvedBy ? `，须${roles[approvedBy]}批准` : ''}；${
    rules ? `只用于：${rules.map(nameOf).join('、')}` : '用于法定期限以外的期限'
  }`;
const hoursWords = ({ opens, closes }: OfficeHours): string => `工作日${opens}至${closes}`;

/** A row as a clerk reads it, without its period and ground. */
export function rowWords(table: RuleTable, row: RuleRow, nameOf: (code: string) => string): string {
  const words: { [T in RuleTable]: (row: RuleRows[T][number]) => string } = {
    rung: rungWords,
    deadline: deadlineWords,
    extension: extensionWords,
    ground: (one) => groundWords(one, nameOf),
    route: routeWords,
    'office-hours': hoursWords,
    numbering: (one) => numberText(one, 2026, 12),
    way: ({ next }) => `下一步${serviceWays[next]}`,
  };
  return words[table](row as never);
}
