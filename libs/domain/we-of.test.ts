import { expect, test } from '@jest/globals';
import { weOf } from './we-of.ts';

test('an authority speaks of itself by its kind', () => {
  expect(['清江市卫生健康委员会', '北京市医院管理局', '某省卫健委', '某中心'].map(weOf)).toEqual([
    '我委',
    '我局',
    '我委',
    '我单位',
  ]);
});
