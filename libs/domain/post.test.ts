import { expect, test } from '@jest/globals';
import { orgKindsFor, separationConflict } from './post.ts';

test('no one holds two of the three administrators', () => {
  expect(separationConflict(['inspector', 'auditor'], 'system-admin')).toBe('auditor');
  expect(separationConflict(['system-admin'], 'system-admin')).toBeUndefined();
  expect(separationConflict(['system-admin'], 'inspector')).toBeUndefined();
});

test('a role is held only where it belongs', () => {
  expect(orgKindsFor('inspector')).toEqual(['bureau', 'section']);
  expect(orgKindsFor('liaison')).toEqual(['hospital']);
  expect(orgKindsFor('department')).toEqual(['department']);
});
