import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annexRows, beijingRegister } from './annex.sample.ts';
import { checkPairs } from './check-pairs.ts';
import type { PairOptions, PairRow, RegisteredHospital, StandingPairing } from './pair.ts';

const term: PairOptions = { from: '2026-04-01', to: '2027-03-31', allowSeveralHelpers: false };
const rowsOf = (...pairs: [string, string][]): PairRow[] =>
  pairs.map(([pilotText, assistedText], at) => ({ row: at + 1, pilotText, assistedText }));
const codes = (
  rows: PairRow[],
  {
    standing = [],
    options = term,
    register = beijingRegister,
  }: { standing?: StandingPairing[]; options?: PairOptions; register?: RegisteredHospital[] } = {},
): string[][] =>
  checkPairs(rows, register, standing, options).pairs.map((pair) => pair.problems.map(({ code }) => code));
const idOf = (name: string): string => beijingRegister.find((one) => one.name === name)?.id ?? '';
const standing = (
  pilot: string,
  assisted: string,
  from = '2026-01-01',
  to = '2026-12-31',
): StandingPairing => ({
  pilotId: idOf(pilot),
  assistedId: idOf(assisted),
  from,
  to,
});

test('the annex of 京医管改〔2017〕21号 gives 17 sound pairs', () => {
  const checked = checkPairs(annexRows, beijingRegister, [], term);
  expect(checked.sound).toBe(true);
  expect(checked.pairs).toHaveLength(17);
  expect(new Set(checked.pairs.map((pair) => pair.pilot?.id)).size).toBe(5);
});

test('an empty list is not sound', () => {
  expect(checkPairs([], beijingRegister, [], term).sound).toBe(false);
});

test.each<[string, [string, string], string[]]>([
  ['an unknown hospital', ['北京友谊医院', '上海华山医院'], ['unknown-hospital']],
  ['both hospitals unknown', ['甲医院', '乙医院'], ['unknown-hospital', 'unknown-hospital']],
  ['an empty pilot', ['', '宣武医院'], ['empty-cell']],
  ['a cell of blanks only', ['北京友谊医院', ' \u3000\u200b'], ['empty-cell']],
  ['two empty cells', ['', ''], ['empty-cell', 'empty-cell']],
  ['a disabled hospital', ['北京友谊医院', '北京旧医院'], ['disabled-hospital']],
  ['a section of the bureau', ['医政处', '宣武医院'], ['not-a-hospital']],
  ['a hospital paired with itself under two names', ['首都医科大学宣武医院', '宣武医院'], ['self-pair']],
  ['a name that two hospitals carry', ['北京友谊医院', '妇幼保健院'], ['ambiguous-name']],
])('%s is named', (_, pair, expected) => {
  expect(codes(rowsOf(pair))).toEqual([expected]);
});

test('all problems of all rows are given', () => {
  expect(
    codes(
      rowsOf(
        ['北京友谊医院', '宣武医院'],
        ['朝阳医院', '宣武医院'],
        ['北京友谊医院', '宣武医院'],
        ['', '无名医院'],
        ['宣武医院', '友谊医院'],
      ),
    ),
  ).toEqual([
    ['assisted-twice', 'cycle'],
    ['assisted-twice'],
    ['duplicate', 'assisted-twice', 'cycle'],
    ['empty-cell', 'unknown-hospital'],
    ['cycle'],
  ]);
});

test('a problem says what would be right', () => {
  const [pair] = checkPairs(rowsOf(['北京友宜医院', '宣武医院']), beijingRegister, [], term).pairs;
  expect(pair?.problems[0]).toMatchObject({
    code: 'unknown-hospital',
    side: 'pilot',
    message: '试点医院“北京友宜医院”不在机构名册中。',
    suggestions: [{ name: '首都医科大学附属北京友谊医院' }],
  });
  expect(pair?.problems[0]?.remedy).toContain('首都医科大学附属北京友谊医院');
});

test('several helpers are allowed only where the campaign says so', () => {
  const rows = rowsOf(['友谊医院', '宣武医院'], ['朝阳医院', '宣武医院']);
  expect(codes(rows)).toEqual([['assisted-twice'], ['assisted-twice']]);
  expect(codes(rows, { options: { ...term, allowSeveralHelpers: true } })).toEqual([[], []]);
});

test('a pairing that stands counts only where the terms overlap, by one day at least', () => {
  const rows = rowsOf(['友谊医院', '宣武医院']);
  const helper = ['首都医科大学附属北京朝阳医院', '首都医科大学宣武医院'] as const;
  expect(codes(rows, { standing: [standing(...helper, '2025-01-01', '2026-04-01')] })).toEqual([
    ['assisted-twice'],
  ]);
  expect(codes(rows, { standing: [standing(...helper, '2025-01-01', '2026-03-31')] })).toEqual([[]]);
  expect(codes(rows, { standing: [standing(...helper, '2027-03-31', '2028-01-01')] })).toEqual([
    ['assisted-twice'],
  ]);
});

test('the same pair is not opened a second time for an overlapping term', () => {
  const stands = [standing('首都医科大学附属北京友谊医院', '首都医科大学宣武医院')];
  expect(codes(rowsOf(['友谊医院', '宣武医院']), { standing: stands })).toEqual([['already-paired']]);
});

test('a cycle is found, longer ones and those through a standing pairing too', () => {
  expect(
    codes(
      rowsOf(
        ['友谊医院', '宣武医院'],
        ['宣武医院', '朝阳医院'],
        ['朝阳医院', '友谊医院'],
        ['朝阳医院', '北京安贞医院'],
      ),
    ),
  ).toEqual([['cycle'], ['cycle'], ['cycle'], []]);
  const stands = [standing('首都医科大学宣武医院', '首都医科大学附属北京友谊医院')];
  const [pair] = checkPairs(rowsOf(['友谊医院', '宣武医院']), beijingRegister, stands, term).pairs;
  expect(pair?.problems[0]?.message).toBe(
    '与已有的结对构成循环帮带：首都医科大学附属北京友谊医院 → 首都医科大学宣武医院 → 首都医科大学附属北京友谊医院。',
  );
});

test('a chain is not a cycle', () => {
  expect(codes(rowsOf(['友谊医院', '宣武医院'], ['宣武医院', '朝阳医院']))).toEqual([[], []]);
});

const numbered = (count: number): RegisteredHospital[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `h${at}`,
    name: `第${at}号医院`,
    aliases: [],
    kind: 'hospital',
    disabled: false,
  }));
const arrows = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 16 });

test('a row is on a cycle exactly where its pilot can be reached from its assisted hospital', () => {
  const register = numbered(9);
  fc.assert(
    fc.property(arrows, arrows, (listed, standingArrows) => {
      const rows = rowsOf(...listed.map(([a, b]): [string, string] => [`第${a}号医院`, `第${b}号医院`]));
      const stands = standingArrows.map(([a, b]) => ({
        pilotId: `h${a}`,
        assistedId: `h${b}`,
        from: term.from,
        to: term.to,
      }));
      const reach = Array.from({ length: 9 }, () => new Set<number>());
      for (let round = 0; round < 9; round++)
        for (const [a, b] of [...listed, ...standingArrows])
          for (const far of [b, ...(reach[b] ?? [])]) reach[a]?.add(far);
      const found = codes(rows, { standing: stands, register }).map((row) => row.includes('cycle'));
      expect(found).toEqual(listed.map(([a, b]) => a !== b && reach[b]?.has(a) === true));
    }),
  );
});

test('2,000 rows in one ring, all unknown or sound are checked at once', () => {
  const register = numbered(2000);
  const ring = register.map(({ name }, at): [string, string] => [name, `第${(at + 1) % 2000}号医院`]);
  const unknown = register.map((_, at): [string, string] => [`未知第${at}号院`, `另一第${at}号院`]);
  const sound = register.slice(0, 1999).map(({ name }, at): [string, string] => [name, `第${at + 1}号医院`]);
  const spent = [ring, unknown, sound].map((pairs) => {
    const before = performance.now();
    checkPairs(rowsOf(...pairs), register, [], term);
    return performance.now() - before;
  });
  // Measured at some 160 ms; the limit only tells a check that grows with the square, whatever else the machine does.
  expect(spent.filter((milliseconds) => milliseconds > 15_000)).toEqual([]);
});
