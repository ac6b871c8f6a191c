import { randomUUID } from 'node:crypto';
import type { MikroORM } from '#db/orm';
import { demoId } from '#db/seed/demo';
import { coreAreas, workAreas } from '#domain/kinds/pairing/areas';
import { playCase } from '#tests/harness/play-case';
import type { PlayedAct } from '#tests/harness/play-case';

export const terms = { from: '2026-11-20', to: '2027-05-31', launchOn: '2026-12-08' };

export const opened = (pilot: string, assisted: string, more = {}): PlayedAct => [
  '2026-11-20',
  'system',
  'open',
  {
    pilotId: demoId('org', pilot),
    assistedId: demoId('org', assisted),
    ...terms,
    areas: coreAreas.join(','),
    ...more,
  },
];

const contacts = coreAreas.map((area) => ({ area, name: '王敏', post: '主任', phone: '010-88886666' }));
const due = '2026-12-31';
/** One line for every item of source 000, each done by the assisted hospital. */
const items = workAreas
  .filter((area) => coreAreas.includes(area.code))
  .flatMap((area) => area.items.map(({ code, label }) => ({ area: area.code, code, item: label })))
  .map((item) => ({ ...item, side: 'assisted', person: '李医生', measure: '现场指导', due }));
const baseline = [{ item: '门诊人次', value: 52000, unit: '人次' }];
const needs = { needs: '门诊退费流程', problems: '窗口不足', baseline };

/** Both confirm, name their people, sign, and agree on a plan: the pair is in the middle of its work. */
export const toDoing = (pilot: string, assisted: string): PlayedAct[] => [
  ['2026-11-20', `${pilot}.liaison`, 'confirm', { note: '没有意见' }],
  ['2026-11-20', `${assisted}.liaison`, 'confirm'],
  ['2026-11-20', `${pilot}.liaison`, 'file-group', { lead: '赵院长', contacts }],
  ['2026-11-20', `${assisted}.liaison`, 'file-group', { lead: '钱院长', contacts }],
  ['2026-11-21', `${pilot}.principal`, 'sign-pledge', { agreed: true }],
  ['2026-11-21', `${assisted}.principal`, 'sign-pledge', { agreed: true }],
  ['2026-11-21', 'inspector1', 'file-pledge'],
  ['2026-11-21', `${assisted}.liaison`, 'file-needs', needs],
  ['2026-11-22', `${assisted}.liaison`, 'submit-plan', { items }],
  ['2026-11-22', `${pilot}.liaison`, 'agree-plan'],
];

export async function playPair(
  orm: MikroORM,
  pilot: string,
  assisted: string,
  acts: readonly PlayedAct[] = [],
  more = {},
): Promise<string> {
  const caseId = randomUUID();
  await playCase(orm, 'pairing', caseId, [opened(pilot, assisted, more), ...acts]);
  return caseId;
}
