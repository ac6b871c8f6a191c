import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommitmentPage } from '#contracts/commitment';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { playCase, type PlayedAct } from '#tests/harness/play-case';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runningApi()));
afterAll(() => api.stop());

/** A commitment of the 2nd of November, a Monday; returns how its line is coloured on each of these days. */
async function colours(due: string, acts: PlayedAct[], days: string[]): Promise<(string | undefined)[]> {
  const caseId = newId();
  const opened = { owner: demoId('org', 'youyi'), ownerRole: 'liaison', limit: 'day', due, evidence: 0 };
  await playCase(api.orm, 'commitment', caseId, [
    ['2026-11-02', 'inspector1', 'open', opened],
    ['2026-11-03', 'youyi.liaison', 'sign-for'],
    ...acts,
  ]);
  const found: (string | undefined)[] = [];
  for (const day of days) {
    api.clock.set(`${day}T02:00:00.000Z`);
    const reader = await api.as('inspector1');
    const { body } = await reader.get<CommitmentPage>('/api/commitments?limit=100');
    found.push(body.items.find((line) => line.caseId === caseId)?.lateness);
  }
  return found;
}

const report = { progress: 10, report: '正在修订流程' };

test('two weekly reports that were not made in a row colour the line yellow, and the next report ends it', async () => {
  // Fridays are the 6th, the 13th and the 20th; a silence over two of them shows on the day after.
  const days = ['2026-11-13', '2026-11-14', '2026-11-21', '2026-11-28'];
  expect(await colours('2026-12-03', [], days)).toEqual(['normal', 'soon', 'soon', 'soon']);
  const told: PlayedAct = ['2026-11-10', 'youyi.liaison', 'report-progress', report];
  expect(await colours('2026-12-03', [told], days)).toEqual(['normal', 'normal', 'normal', 'soon']);
});

test('a task of more than a month is reported on by the end of each month', async () => {
  const days = ['2026-11-28', '2026-12-31', '2027-01-01'];
  expect(await colours('2027-06-30', [], days)).toEqual(['normal', 'normal', 'soon']);
});
