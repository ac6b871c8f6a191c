import { shanghaiDay, type Day } from '#domain/day';
import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import type { FindingResult } from '#domain/kinds/on-site-check/state';
import { actorOf, orgId } from '../actors.ts';
import type { Days } from '../days.ts';
import type { Launch, Line } from '../line.ts';

export interface DemoCheck {
  key: string;
  visited: string;
  purpose: string;
  place: string;
  /** When it was arranged, in working days ago. */
  ago: number;
  on: Day;
  checkers: [string, string];
  groups: string[];
  /** What failed, with its note; all other items pass. Absent: only so many items are filled in. */
  failed?: Record<string, string>;
  filled?: number;
}

export const demoChecks = (days: Days): DemoCheck[] => [
  {
    ...{ key: 'check-huairou', visited: 'huairou', purpose: '改革启动后门诊秩序和收费公示' },
    ...{ place: '门诊楼', ago: 12, on: days.ago(9), checkers: ['inspector1', 'inspector2'] },
    groups: ['order', 'charges', 'complaints'],
    failed: {
      'order.guide': '上午10时20分咨询台无人值守，持续约15分钟。',
      'charges.posted': '二层收费处公示的3项价格与系统不一致。',
    },
  },
  {
    ...{ key: 'check-liangxiang', visited: 'liangxiang', purpose: '信息应急预案落实情况' },
    ...{ place: '信息中心、总值班室', ago: 6, on: days.ago(2), checkers: ['inspector2', 'head2'] },
    groups: ['it', 'safety'],
    failed: { 'safety.duty': '交接班记录缺11月第二周两页。' },
  },
  {
    ...{ key: 'check-luhe', visited: 'luhe', purpose: '门诊退费流程整改情况' },
    ...{
      place: '门诊楼一层收费处',
      ago: 2,
      on: shanghaiDay(days.now),
      checkers: ['inspector1', 'inspector2'],
    },
    ...{ groups: ['order', 'charges'], filled: 2 },
  },
  {
    ...{ key: 'check-yanqing', visited: 'yanqing', purpose: '消防和值班专项核查' },
    ...{ place: '住院楼', ago: 1, on: days.ahead(3), checkers: ['inspector1', 'inspector3'] },
    ...{ groups: ['safety'], filled: 0 },
  },
];

export const resultsOf = ({ groups, failed = {} }: DemoCheck): Record<string, FindingResult> =>
  Object.fromEntries(itemsOf(1, groups).map(({ code }) => [code, code in failed ? 'fail' : 'pass']));

export const arranged = (days: Days): Launch[] =>
  demoChecks(days).map(({ key, visited, purpose, place, ago, on, checkers, groups }, turn) => {
    const persons = checkers.map(actorOf);
    const ids = persons.map(({ personId }) => personId);
    return {
      ...{ in: key, by: checkers[0], kind: 'on-site-check', at: days.slot(ago, 3, turn) },
      form: { purpose, place, visitedId: orgId(visited), on, checkers: ids, groups },
      fields: { visitedId: orgId(visited), on, checkers: ids.join(','), groups: groups.join(',') },
      facts: { persons },
    };
  });

export function checkLines(days: Days): Line[] {
  const [huairou, liangxiang] = demoChecks(days);
  const line = (key: string, ago: number, turn: number, by: string, action: string, form: object): Line => ({
    ...{ in: key, at: days.slot(ago, turn, 7), by, action, form: { ...form } },
  });
  const found = (check: DemoCheck | undefined) => ({ facts: { findings: check ? resultsOf(check) : {} } });
  const commitment = {
    ...{ item: 'order.guide', what: '咨询台工作时间不空岗', limit: 'half-month' },
    measure: '排班到人，设AB角；护理部每日上下午各抽查一次。',
    evidence: '排班表、两周抽查记录',
  };
  const [first, second] = ['check-huairou', 'check-liangxiang'];
  const summary = '共查8项，合格6项，不合格2项，已当场向院方说明。';
  return [
    { ...line(first, 9, 8, 'inspector1', 'hand-in', { summary }), ...found(huairou) },
    line(first, 8, 1, 'inspector2', 'confirm', { decision: 'confirm' }),
    line(first, 8, 3, 'inspector1', 'open-commitment', commitment),
    line(first, 7, 2, 'huairou.principal', 'sign', { agreed: true, remark: '认可，已布置整改。' }),
    line(`${first}/order.guide`, 7, 4, 'huairou.liaison', 'sign-for', {}),
    {
      ...line(second, 2, 8, 'inspector2', 'hand-in', { summary: '交接班记录不完整，其余符合要求。' }),
      ...found(liangxiang),
    },
    line(second, 1, 2, 'head2', 'confirm', { decision: 'confirm' }),
  ];
}
