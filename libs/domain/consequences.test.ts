import { expect, test } from '@jest/globals';
import { consequencesOf } from './consequences.ts';
import type { Action } from './kind.ts';
import type { CaseState } from './case.ts';
import { kindCodes, kindOf, shippedDeadlines } from './kinds/index.ts';

const state = { rows: 17, limit: 'month', paper: 'circular', to: [] } as unknown as CaseState;
const told = (action: Action<CaseState>, rules = shippedDeadlines) =>
  consequencesOf(action, state, rules, '2026-11-23');

test('a limit in a sentence is that of the row in force', () => {
  const { confirm } = kindOf('pairing').actions;
  const stricter = shippedDeadlines.map((row) =>
    row.code === 'pairing.file-group' ? { ...row, count: 7 } : row,
  );
  expect(told(confirm!)[0]).toContain('双方各有10个工作日报送专班名单');
  expect(told(confirm!, stricter)[0]).toContain('双方各有7个工作日报送专班名单');
});

test('no sentence of any act says a limit of its own, and each names a row that exists', () => {
  const actions = kindCodes.flatMap((kind) => Object.values(kindOf(kind).actions));
  const own = actions.flatMap((action) => action.consequences?.(state) ?? []);
  expect(own.filter((sentence) => /\d+(个工作日|日内|个月)/.test(sentence))).toEqual([]);
  for (const action of actions) expect(told(action).join('')).not.toMatch(/[{}]/);
});
