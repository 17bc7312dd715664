import { expect, test } from 'vitest';
import { quickProfile } from './quick-profile.ts';

test('is in force for the quick profile only', () => {
  expect(quickProfile('quick')?.code).toBe('quick-profile');
  expect(quickProfile('standard')).toBeNull();
  expect(quickProfile('full')).toBeNull();
});
