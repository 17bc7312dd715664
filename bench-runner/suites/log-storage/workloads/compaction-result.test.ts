import { beforeEach, describe, expect, it } from 'vitest';
import type { CompactionOutcome, StorageLog } from '../subject.ts';
import { expectCompacted } from './compaction-result.ts';
import { LogValues } from './log-values.ts';

// Messages 0 to 5 with the keys a, b, a, c, b, a: the newest are 3, 4 and 5.
const keys = {
  keys: Uint32Array.of(0, 1, 0, 2, 1, 0),
  distinct: 3,
  newest: Uint8Array.of(0, 0, 0, 1, 1, 1),
};
const outcome: CompactionOutcome = { bytesBefore: 600, bytesAfter: 300, recordsRemoved: 3 };

/** A log that holds these messages and nothing else. */
function holding(held: Map<number, Uint8Array>): StorageLog {
  return {
    append: () => 0,
    fetch: (offset, most, visit) => {
      const due = [...held.keys()].filter((one) => one >= offset).slice(0, most);
      for (const one of due) visit(held.get(one)!, one);
      return due.length;
    },
    close: () => {},
  };
}

describe('expectCompacted', () => {
  let values: LogValues;
  let held: Map<number, Uint8Array>;
  beforeEach(() => {
    values = new LogValues([new Uint8Array(16).fill(5), new Uint8Array(16).fill(6)]);
    held = new Map([3, 4, 5].map((message) => [message, Uint8Array.from(values.of(message))]));
  });
  const check = (told = outcome) => expectCompacted(holding(held), { values, keys, outcome: told });

  it('accepts the newest message of each key under its offset', async () => {
    await expect(check()).resolves.toBeUndefined();
  });

  it('finds a lost message, in the middle and at the end', async () => {
    held.delete(4);
    await expect(check()).rejects.toThrow('lost offset 4');
    held = new Map([...held].slice(0, 1));
    await expect(check()).rejects.toThrow('left 1 messages of 3');
  });

  it('finds a message left over', async () => {
    held = new Map([[2, Uint8Array.from(values.of(2))], ...held]);
    await expect(check()).rejects.toThrow('left offset 2');
  });

  it('finds another value', async () => {
    held.set(4, Uint8Array.from(values.of(3)));
    await expect(check()).rejects.toThrow('offset 4 differs');
  });

  it('finds a report that does not fit', async () => {
    await expect(check({ ...outcome, recordsRemoved: 2 })).rejects.toThrow('told of 2');
    await expect(check({ ...outcome, bytesAfter: 700 })).rejects.toThrow('made 700 bytes of 600');
  });
});
