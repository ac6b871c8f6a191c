import { newId } from '#db/id';
import { addDays, type Day } from '#domain/day';
import { coreAreas, itemsOf } from '#domain/kinds/pairing/areas';
import type { Role } from '#domain/role';
import type { Bureau } from './bureau.ts';

export const contacts = coreAreas.map((area) => ({ area }));

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

/** One row for every item of the six areas, as the plan's form asks for. */
export const planOf = (due: Day) =>
  itemsOf(coreAreas).map((code) => ({ area: code.split('.')[0], code, side: 'assisted', due }));

type Step = [action: string, role: Role, org: '友谊' | '宣武' | '', fields?: unknown];

const toHalfSigned: Step[] = [
  ['confirm', 'liaison', '友谊'],
  ['confirm', 'liaison', '宣武'],
  ['file-group', 'liaison', '友谊', { contacts }],
  ['file-group', 'liaison', '宣武', { contacts }],
  ['sign-pledge', 'principal', '友谊'],
];

async function play(bureau: Bureau, caseId: string, steps: Step[]): Promise<void> {
  for (const [action, role, org, fields] of steps)
    await bureau.act(caseId, await bureau.person(role, org), action, fields);
}

/** The pilot has signed and the assisted hospital has not; its signature brings the paper about. */
export async function halfSignedPair(bureau: Bureau, today: Day, historyLimit?: number): Promise<string> {
  const caseId = await openPair(bureau, today, historyLimit);
  await play(bureau, caseId, toHalfSigned);
  return caseId;
}

/** A pair whose plan is agreed on, with one item per work area due in a hundred days. */
export async function pairAtWork(bureau: Bureau, today: Day, historyLimit?: number): Promise<string> {
  const caseId = await halfSignedPair(bureau, today, historyLimit);
  const items = planOf(addDays(today, 100));
  await play(bureau, caseId, [
    ['sign-pledge', 'principal', '宣武'],
    ['file-pledge', 'inspector', ''],
    ['file-needs', 'liaison', '宣武'],
    ['submit-plan', 'liaison', '宣武', { items }],
    ['agree-plan', 'liaison', '友谊'],
  ]);
  return caseId;
}
