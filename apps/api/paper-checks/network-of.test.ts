import { expect, test } from '@jest/globals';
import { networkOf } from './network-of.ts';

test('an IPv6 subscriber has one allowance, however many addresses he takes', () => {
  expect(networkOf('2408:8000:1:2:aaaa::1')).toBe(networkOf('2408:8000:1:2::ffff'));
  expect(networkOf('2408:8000:1:2::1')).not.toBe(networkOf('2408:8000:1:3::1'));
});

test('each IPv4 address has its own, also where it comes as IPv6', () => {
  expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
  expect(networkOf('::ffff:10.0.0.1')).not.toBe(networkOf('::ffff:10.0.0.2'));
});
