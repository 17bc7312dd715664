import { describe, expect, it } from 'vitest';
import { secondPass } from './index.ts';
import type { JudgedEntries } from './task.ts';

function entries(version: string, ...keys: string[]): JudgedEntries {
  return keys.map((key) => [key, { version, path: `/${version}`, judgements: [] }]);
}

describe('secondPass', () => {
  it('writes nothing twice where live versions have every table', () => {
    expect(
      secondPass(
        ['2', '1'],
        [
          { label: '2', unmatched: [] },
          { label: '1', unmatched: [] },
        ],
      ),
    ).toEqual([]);
  });

  it('gives a version the newest other archived version of a table, whatever the order of work', () => {
    const outcomes = [
      { label: '1', unmatched: entries('1', 'suite/old', 'suite/older') },
      { label: '3', unmatched: entries('3', 'suite/old') },
      { label: '2', unmatched: entries('2', 'suite/old') },
    ];
    expect(secondPass(['3', '2', '1'], outcomes)).toEqual([
      { label: '2', judged: entries('3', 'suite/old') },
      { label: '1', judged: entries('3', 'suite/old') },
    ]);
  });
});
