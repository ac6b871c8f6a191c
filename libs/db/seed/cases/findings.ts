import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import { plusMs, type Instant } from '#domain/day';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import { demoId } from '../demo.ts';
import { CaseRecord } from '../../entities/record.ts';
import type { EntityManager } from '../../orm.ts';
import { findingId } from '../../queries/cases/on-site-check/findings.ts';
import { actorOf } from './actors.ts';
import type { Days } from './days.ts';
import { demoChecks, resultsOf } from './story/checks.ts';

/** In working days ago, as the story has it. */
const visits: Record<string, number> = { 'check-huairou': 9, 'check-liangxiang': 2 };
const visitAgo = (key: string, arranged: number): number => visits[key] ?? arranged - 1;

/** What the checkers of the demo filled in, item by item and by turns. */
export async function keepDemoFindings(
  em: EntityManager,
  days: Days,
  inspections: readonly Inspection[],
): Promise<void> {
  const rows = demoChecks(days).flatMap((check, turn) => {
    const { key, ago, groups, failed, filled, checkers } = check;
    const caseId = demoId('case', key);
    const results = resultsOf(check);
    return itemsOf(1, groups)
      .slice(0, filled)
      .map(({ code: item }, index) => {
        const { personId, posts } = actorOf(checkers[index % 2] ?? checkers[0]);
        const note = failed?.[item];
        return {
          ...{ id: findingId(caseId, item), version: 1, caseId, sort: 'finding', personId },
          body: { item, result: results[item], files: [], ...(note ? { note } : {}) },
          ...{
            orgId: posts[0]?.orgId ?? null,
            at: days.slot(Math.max(1, visitAgo(key, ago)), 6, turn + index),
          },
        };
      });
  });
  await em.insertMany(CaseRecord, [...rows, ...inspections.flatMap(resultsIn)]);
}

interface Inspection {
  caseId: string;
  state: OnSiteCheckState;
  at: Instant;
}

/** What was found in an inspection of a pair, by the items of its work areas. */
const notes: Record<string, string> = {
  'it.emergency': '上一次夜间演练只有签到，没有过程记录。',
  'pharmacy.advice': '咨询窗口无固定开诊时间，当天上午无人值守。',
  'publicity.channels': '门诊折页已发完，未及时补印。',
};

const resultsIn = ({ caseId, state, at }: Inspection) =>
  itemsOf(state.checklist, state.groups).map(({ code: item }, index) => {
    const { personId } = state.checkers[index % 2] ?? state.checkers[0] ?? { personId: '' };
    const note = notes[item];
    const result = state.results[item];
    return {
      ...{ id: findingId(caseId, item), version: 1, caseId, sort: 'finding', personId, orgId: null },
      body: { item, result, files: [], ...(result === 'fail' && note ? { note } : {}) },
      at: plusMs(at, -60_000 * (30 - index)),
    };
  });
