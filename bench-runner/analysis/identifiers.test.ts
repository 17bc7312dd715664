import { expect, test } from 'vitest';
import { Identifier } from '../results/identifiers.ts';
import { kebab, uniqueIdentifiers } from './identifiers.ts';

test.each([
  ['write-memory size=1024', 'write-memory-size-1024'],
  ['load rate=0.5', 'load-rate-0-5'],
  ['load offset=-5', 'load-offset-minus-5'],
  ['load size=log-normal,streams=8', 'load-size-log-normal-streams-8'],
])('%s becomes %s', (text, expected) => {
  expect(kebab(text)).toBe(expected);
});

test('of names that would share an identifier the first keeps it', () => {
  // FNV-1a in Python 3.
  expect(uniqueIdentifiers(['a b=1', 'a-b 1', 'c', 'a b=1'])).toEqual([
    'a-b-1',
    'a-b-1-a6783358',
    'c',
    'a-b-1-b4ec3384',
  ]);
});

test('every one is an identifier, however long the name', () => {
  const names = [`${'long-'.repeat(30)}1`, `${'long-'.repeat(30)}2`, '', '—'];
  const identifiers = uniqueIdentifiers(names);
  for (const identifier of identifiers) {
    expect(Identifier.safeParse(identifier).error?.issues).toBeUndefined();
  }
  expect(new Set(identifiers).size).toBe(names.length);
});
