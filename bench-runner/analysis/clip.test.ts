import { expect, test } from 'vitest';
import { clip } from './clip.ts';

test('shortens only what is too long', () => {
  expect(clip('abcd', 4)).toBe('abcd');
  expect(clip('abcde', 4)).toBe('abc…');
});

test('does not cut a character in half', () => {
  expect(clip('ab\u{1f600}cd', 4)).toBe('ab…');
});
