import { CaseRecord } from '../../entities/record.ts';
import type { EntityManager } from '../../orm.ts';
import { textId, textSort } from '../../queries/cases/dispatch/text-row.ts';
import { demoId } from '../demo.ts';
import { actorOf } from './actors.ts';
import type { Days } from './days.ts';
import { demoTexts } from './story/dispatches.ts';

/** The first version of each demo draft; before the acts, which name it. */
export async function keepDemoTexts(em: EntityManager, days: Days): Promise<void> {
  const rows = demoTexts.map(({ key, by, ago, form }, turn) => {
    const caseId = demoId('case', key);
    const { personId, posts } = actorOf(by);
    const at = days.slot(ago, 2, turn);
    return {
      ...{ id: textId(caseId), version: 1, caseId, sort: textSort, body: form },
      ...{ personId, orgId: posts[0]?.orgId ?? null, at },
    };
  });
  await em.insertMany(CaseRecord, rows);
}
