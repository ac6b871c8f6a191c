import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSystem, type System } from '#tests/harness/system';
import { benchActs } from './acts.ts';
import { benchCampaign } from './campaign.ts';
import { benchInbox } from './inbox.ts';
import { benchPapers } from './papers.ts';
import { benchRungs } from './rungs.ts';
import { benchCalendar } from './new-calendar.ts';
import type { Report } from './report.ts';

// Tiny sizes: that the bench still runs, not how fast.
let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const row = ({ tables }: Report, at: number, what: string) =>
  tables[at]?.rows.find((one) => one.what === what);

test('the bench of acts compares start and acts with the floor and gives the CPU of each process', async () => {
  const report = await benchActs(system, { cases: 2 });
  for (const { ours, floor, ratio } of report.tables[0]?.rows ?? []) {
    expect(Math.min(Number(ours), Number(floor), Number(ratio))).toBeGreaterThan(0);
  }
  expect(report.tables[0]?.rows).toHaveLength(5);
  expect(row(report, 1, 'ours, 1 at once')).toMatchObject({ acts: 6 });
  expect(Object.keys(report.tables[2]?.rows[0] ?? {})).toEqual(
    expect.arrayContaining(['api', 'worker', 'temporal', 'postgres']),
  );
}, 60_000);

test('the bench of a campaign finds every case once', async () => {
  const report = await benchCampaign(system, { pairs: 12 });
  expect(row(report, 0, 'cases')).toMatchObject({ value: 12 });
  expect(row(report, 0, 'distinct numbers')).toMatchObject({ value: 12 });
  expect(report.notes[0]).toMatch(/^every pair has one case/);
}, 60_000);

test('the bench of rungs finds every deadline fired once, with the worker up and after it was away', async () => {
  const report = await benchRungs(system, { cases: 20, idleMs: 1_000, away: true });
  expect(report.tables[0]?.rows.map(({ events, cases }) => [events, cases])).toEqual([
    [20, 20],
    [20, 20],
  ]);
  expect(report.notes[0]).toMatch(/exactly once at the moment/);
  expect(row(report, 1, 'act, worker up')?.times).toBeGreaterThan(0);
}, 120_000);

test('the bench of inbox and register asks every question', async () => {
  const report = await benchInbox(system, { cases: 5000, todos: 25_000, perClient: 1 });
  expect(report.tables[0]?.rows.length).toBeGreaterThan(20);
  expect(report.tables.flatMap(({ rows }) => rows).every(({ times }) => times === 8)).toBe(true);
}, 60_000);

test('the bench of a new calendar finds that every open case took it in once', async () => {
  const report = await benchCalendar(system, { cases: 20, idleMs: 1_000 });
  expect(row(report, 0, 'deadlines that move')?.value).toBeGreaterThanOrEqual(20);
  expect(report.notes[0]).toMatch(/^every open case took the calendar in once/);
}, 120_000);

test('the bench of papers finds every paper issued and sent once', async () => {
  const report = await benchPapers(system, { papers: 30 });
  expect(row(report, 0, 'papers per second')?.value).toBeGreaterThan(0);
  expect(row(report, 1, 'messages')).toMatchObject({ value: 30 });
  expect(report.notes[0]).toMatch(/^every paper has its number/);
}, 60_000);
