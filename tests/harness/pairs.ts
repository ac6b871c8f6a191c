import { newId } from '#db/id';
import { addDays, type Day } from '#domain/day';
import { coreAreas } from '#domain/kinds/pairing/areas';
import type { Bureau } from './bureau.ts';

export const contacts = coreAreas.map((area) => ({ area }));
export const scores = Object.fromEntries(coreAreas.map((area) => [area, 88]));

/** Opens one pair outside any campaign; returns its case id. */
export async function openPair(bureau: Bureau, today: Day, historyLimit?: number): Promise<string> {
  const caseId = newId();
  const fields = {
    pilotId: await bureau.orgId('北京友谊医院'),
    assistedId: await bureau.orgId('宣武医院'),
    from: today,
    to: addDays(today, 200),
    launchOn: addDays(today, 18),
    areas: coreAreas.join(','),
  };
  const target = { caseId, kind: 'pairing', opens: true, historyLimit };
  await bureau.send(target, { actId: `${caseId}:open`, action: 'open', actor: 'system', fields, facts: {} });
  return caseId;
}
