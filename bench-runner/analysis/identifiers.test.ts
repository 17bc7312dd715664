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

test('names that would share an identifier are told apart', () => {
  const [first, second, third] = uniqueIdentifiers(['a b=1', 'a-b 1', 'c']);
  expect(third).toBe('c');
  expect(first).toMatch(/^a-b-1-[0-9a-f]{8}$/);
  expect(second).toMatch(/^a-b-1-[0-9a-f]{8}$/);
  expect(first).not.toBe(second);
});

test('every one is an identifier, however long the name', () => {
  const names = [`${'long-'.repeat(30)}1`, `${'long-'.repeat(30)}2`, '', '—'];
  const identifiers = uniqueIdentifiers(names);
  for (const identifier of identifiers) {
    expect(Identifier.safeParse(identifier).error?.issues).toBeUndefined();
  }
  expect(new Set(identifiers).size).toBe(names.length);
});

test('a name has the same identifier whatever stands around it', () => {
  expect(uniqueIdentifiers(['x', 'y'])[1]).toBe(uniqueIdentifiers(['y'])[0]);
});
