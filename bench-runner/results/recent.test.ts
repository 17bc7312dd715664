import { expect, it } from 'vitest';
import { rememberingRecent } from './recent.ts';

it('makes something of an object once while the object was met lately, and anew long after', () => {
  const made: object[] = [];
  const of = rememberingRecent((key: object) => {
    made.push(key);
    return { key };
  });
  const first = {};
  const before = of(first);
  expect(of(first)).toBe(before);
  for (let others = 0; others < 15; others += 1) of({});
  expect(of(first)).toBe(before);
  of({});
  const after = of(first);
  expect(after).toEqual(before);
  expect(after).not.toBe(before);
  expect(made.filter((key) => key === first)).toHaveLength(2);
});
