import { expect, test } from '@jest/globals';
import { numberText, shippedNumbering } from '#domain/numbering';
import { seriesFaults, type Given } from './series.ts';

const day = '2026-11-23';
const papers = (of: string, numbers: string[]): Given[] => numbers.map((number) => ({ of, number, day }));
const letters = (...nths: number[]) =>
  papers(
    'urge-letter',
    nths.map((nth) => `京医管督函〔2026〕${nth}号`),
  );
const minutes = (...nths: number[]) =>
  papers(
    'meeting-minutes',
    nths.map((nth) => `〔2026〕第${nth}期`),
  );
const series = (name: string, last: number) => [{ series: name, year: 2026, last }];
const faultsOf = (given: Given[], taken: ReturnType<typeof series>, rules = shippedNumbering) =>
  seriesFaults({ series: taken, cases: [], papers: given }, rules);

test('a gap and a double in a series are found, and one that was taken and stands nowhere', () => {
  const three = series('notice:京医管督函', 3);
  expect(faultsOf(letters(2, 1, 3), three)).toEqual([]);
  expect(faultsOf(letters(1, 3), three)).toEqual(['notice:京医管督函 2026: 3 where 2 is due']);
  expect(faultsOf(letters(1, 2, 2), three)).toEqual(['notice:京医管督函 2026: 2 where 3 is due']);
  expect(faultsOf(letters(1, 2), three)).toEqual(['notice:京医管督函 2026: 2 of 3']);
  expect(faultsOf(letters(1), [])).toHaveLength(1);
});

test('issues are counted by the paper, though their numbers name neither it nor the organisation', () => {
  expect(faultsOf(minutes(1, 2), series('notice:meeting-minutes', 2))).toEqual([]);
  expect(faultsOf(minutes(2), series('notice:meeting-minutes', 2))).toHaveLength(1);
});

test('a row of the bureau changes how numbers are read, and a number that is written otherwise is found', () => {
  const filed = shippedNumbering.map((row) =>
    row.code === 'number.meeting-minutes' ? { ...row, form: 'file' as const } : row,
  );
  const [first, second] = [1, 2].map((nth) => numberText({ form: 'file' }, 2026, nth));
  const two = series('notice:meeting-minutes', 2);
  expect(faultsOf(papers('meeting-minutes', [first!, second!]), two, filed)).toEqual([]);
  expect(faultsOf(minutes(1, 2), two, filed)).toContain(
    'notice:meeting-minutes 2026: 〔2026〕第1期 is not written as its row says',
  );
});

test('numbers of cases are counted by their kind', () => {
  const cases = ['结对〔2026〕1号', '结对〔2026〕3号'].map((number) => ({ of: 'pairing', number, day }));
  const taken = series('case:pairing', 3);
  expect(seriesFaults({ series: taken, cases, papers: [] }, shippedNumbering)).toEqual([
    'case:pairing 2026: 3 where 2 is due',
  ]);
});
