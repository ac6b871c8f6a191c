import { expect, test } from '@jest/globals';
import { absenceRefusal } from './absence.ts';
import type { Absence, NamedAbsence } from './absence.ts';
import { addDays } from './day.ts';

const today = '2026-11-23';
const named = (absence: Absence): NamedAbsence => ({
  ...absence,
  person: absence.personId,
  deputy: absence.deputyId,
});
const away = (personId: string, deputyId: string, from: string, to: string) =>
  named({ personId, deputyId, from, to });
const refused = (planned: NamedAbsence, ...standing: NamedAbsence[]) =>
  absenceRefusal(planned, standing, today)?.refused;

test('an absence lies in order and not in the past; today is early enough', () => {
  expect(refused(away('a', 'b', '2026-11-23', '2026-11-23'))).toBeUndefined();
  expect(refused(away('a', 'b', '2026-11-25', '2026-11-24'))).toBe('days');
  expect(refused(away('a', 'b', '2026-11-22', '2026-11-24'))).toBe('past');
  expect(refused(away('a', 'a', '2026-11-24', '2026-11-24'))).toBe('own-deputy');
});

test('two absences may touch but not share a day', () => {
  const first = away('a', 'b', '2026-11-24', '2026-11-26');
  expect(refused(away('a', 'c', '2026-11-26', '2026-11-27'), first)).toBe('absent');
  expect(refused(away('a', 'c', '2026-11-27', '2026-11-27'), first)).toBeUndefined();
});

test('a refusal says who is away when, and what would be right', () => {
  const standing = [away('王五', '李四', '2026-11-24', '2026-11-26')];
  expect(absenceRefusal(away('李四', '赵六', '2026-11-26', '2026-11-30'), standing, today)).toEqual({
    refused: 'deputising',
    reason:
      '李四2026年11月24日至2026年11月26日正代理王五，代理的职务不能再转给他人；请先为王五另安排代理人。',
    field: 'from',
  });
});

test('one person may stand in for two', () => {
  const standing = away('a', 'c', '2026-11-24', '2026-11-26');
  expect(refused(away('b', 'c', '2026-11-25', '2026-11-26'), standing)).toBeUndefined();
});

/** Mulberry32: the same run for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Day by day, by walking from person to deputy: one deputy each, no way of two steps, none that comes back. */
function soundEveryDay(absences: readonly Absence[]): boolean {
  for (let step = 0; step < 14; step++) {
    const day = addDays(today, step);
    const deputyOf = new Map<string, string>();
    for (const { personId, deputyId, from, to } of absences) {
      if (day < from || day > to) continue;
      if (deputyOf.has(personId)) return false;
      deputyOf.set(personId, deputyId);
    }
    for (const [person, deputy] of deputyOf) if (person === deputy || deputyOf.has(deputy)) return false;
  }
  return true;
}

test('of any absences exactly those are taken that leave no day with a cycle, a chain or two deputies', () => {
  const counts = { taken: 0, refused: 0 };
  for (let seed = 1; seed <= 300; seed++) {
    const next = random(seed);
    const standing: NamedAbsence[] = [];
    for (let round = 0; round < 20; round++) {
      const from = addDays(today, Math.floor(next() * 10));
      const to = addDays(from, Math.floor(next() * 4));
      const who = () => 'abcdef'[Math.floor(next() * 6)] ?? 'a';
      const planned = away(who(), who(), from, to);
      const taken = absenceRefusal(planned, standing, today) === undefined;
      expect([seed, planned, taken]).toEqual([seed, planned, soundEveryDay([...standing, planned])]);
      if (taken) standing.push(planned);
      counts[taken ? 'taken' : 'refused']++;
    }
  }
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(500);
});
