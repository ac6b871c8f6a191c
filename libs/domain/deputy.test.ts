import { expect, test } from '@jest/globals';
import { mayArrange, mayDeputise } from './deputy.ts';
import type { Office } from './deputy.ts';
import type { Role } from './role.ts';

const office = (role: Role, orgId = 'bureau'): Office => ({ orgId, role });
const at = (orgId: string) => (role: Role) => office(role, orgId);
const youyi = at('youyi');

test('a deputy stands at most one step below whom he stands in for', () => {
  expect(mayDeputise(office('leader'), [office('section-head', 'reform')])).toBe(true);
  expect(mayDeputise(office('leader'), [office('inspector', 'reform')])).toBe(false);
  expect(mayDeputise(office('inspector', 'reform'), [office('leader')])).toBe(true);
  expect(mayDeputise(youyi('principal'), [youyi('liaison')])).toBe(true);
  expect(mayDeputise(youyi('principal'), [youyi('clerk')])).toBe(false);
});

test('powers stay within their house', () => {
  expect(mayDeputise(youyi('liaison'), [office('liaison', 'xuanwu')])).toBe(false);
  expect(mayDeputise(youyi('clerk'), [office('chief-leader')])).toBe(false);
  expect(mayDeputise(office('inspector'), [youyi('principal')])).toBe(false);
  expect(mayDeputise(office('department', 'caizheng'), [office('department', 'yibao')])).toBe(false);
  expect(mayDeputise(office('inspector'), [office('evaluator')])).toBe(false);
});

test('an administrator does not come by the powers of the business as a deputy', () => {
  expect(mayDeputise(office('inspector'), [office('system-admin')])).toBe(false);
  expect(mayDeputise(office('system-admin'), [office('inspector', 'reform')])).toBe(true);
});

test('for others arranges who stands as high, the principal for his hospital, the security administrator for all', () => {
  expect(mayArrange(office('inspector', 'reform'), [office('section-head', 'medical')])).toBe(true);
  expect(mayArrange(office('leader'), [office('section-head', 'medical')])).toBe(false);
  expect(mayArrange(office('system-admin'), [office('chief-leader')])).toBe(false);
  expect(mayArrange(youyi('clerk'), [youyi('principal')])).toBe(true);
  expect(mayArrange(youyi('clerk'), [office('principal', 'xuanwu')])).toBe(false);
  expect(mayArrange(youyi('clerk'), [office('chief-leader')])).toBe(false);
  expect(mayArrange(office('auditor'), [office('security-admin')])).toBe(true);
  expect(mayArrange(office('inspector'), [office('inspector')])).toBe(false);
});
