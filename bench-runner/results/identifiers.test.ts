import { describe, expect, it } from 'vitest';
import { Identifier, RunId, VersionLabel } from './identifiers.ts';

const accepts = (schema: typeof Identifier | typeof VersionLabel | typeof RunId, text: string) =>
  schema.safeParse(text).success;

const neverInAPath = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  'a\\b',
  'a\0',
  'A',
  'a b',
  '-a',
  'é',
  '__proto__',
];

describe('Identifier', () => {
  it.each(['a', '0', 'multiplexer', 'write-1024', 'a'.repeat(64)])('accepts %j', (id) => {
    expect(accepts(Identifier, id)).toBe(true);
  });

  it.each([...neverInAPath, 'a.b', 'a--b', 'a-', 'constructor', 'a'.repeat(65)])(
    'refuses %j',
    (id) => {
      expect(accepts(Identifier, id)).toBe(false);
    },
  );
});

describe('VersionLabel', () => {
  it.each(['2026.11', '1.0.0-rc.1', 'v1'])('accepts %j', (label) => {
    expect(accepts(VersionLabel, label)).toBe(true);
  });

  it.each([...neverInAPath, 'next', 'schema', '1..2', '.hidden', '1.', 'a'.repeat(41)])(
    'refuses %j',
    (label) => {
      expect(accepts(VersionLabel, label)).toBe(false);
    },
  );
});

describe('RunId', () => {
  it('is a time and four hexadecimal digits', () => {
    expect(accepts(RunId, '20261120t093500z-1f2e')).toBe(true);
    for (const id of [...neverInAPath, '20261120t093500z-1F2E', '20261120t093500z-1f2e/..']) {
      expect(accepts(RunId, id)).toBe(false);
    }
  });
});
