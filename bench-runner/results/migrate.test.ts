import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';

const steps = {
  1: (document: Record<string, unknown>) => ({ ...document, added: 'one' }),
  2: (document: Record<string, unknown>) => ({ ...document, added: `${document.added}, two` }),
};

describe('migrate', () => {
  it('takes every step from an older version to the current one', () => {
    expect(migrate({ schemaVersion: 1, kept: true }, steps, 3)).toEqual({
      schemaVersion: 3,
      kept: true,
      added: 'one, two',
    });
  });

  it('leaves the current version and what has none as they are', () => {
    for (const data of [{ schemaVersion: 3 }, { schemaVersion: '1' }, {}, null, 'text', []]) {
      expect(migrate(data, steps, 3)).toBe(data);
    }
  });

  it('refuses a version newer than the program', () => {
    expect(() => migrate({ schemaVersion: 4 }, steps, 3)).toThrow(
      /version 4 is newer than version 3/,
    );
  });

  it('refuses versions that never were', () => {
    expect(() => migrate({ schemaVersion: 0 }, steps, 3)).toThrow(/not 0/);
    expect(() => migrate({ schemaVersion: -1 }, steps, 3)).toThrow(/not -1/);
  });
});
