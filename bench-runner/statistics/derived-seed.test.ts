import { expect, test } from 'vitest';
import { derivedSeed, fnv1a } from './derived-seed.ts';

// Test vectors of the IETF draft.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('hash of "%s"', (text, expected) => {
  expect(fnv1a(text)).toBe(expected);
});

test('the seed and the name both count', () => {
  // Python 3 over the same bytes.
  expect(derivedSeed(7, 'write/size=64/optimized')).toBe(1876460129);
  expect(derivedSeed(8, 'write/size=64/optimized')).toBe(3717455408);
});
