import { describe, expect, it } from 'vitest';
import type { LogRecord } from './options.ts';
import { murmur2, Partitioner, partitionOfKey } from './partitioner.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const keyed = (key: string): LogRecord => ({ key: bytes(key), value: bytes(`of ${key}`) });
const keyless = (text: string): LogRecord => ({ value: bytes(text) });

describe('the hash', () => {
  // What Kafka's own test of it expects (UtilsTest.testMurmur2), with one length for each remainder.
  it.each([
    ['', 275_646_681],
    ['21', -973_932_308],
    ['abc', 479_470_107],
    ['foobar', -790_332_482],
    ['a-little-bit-long-string', -985_981_536],
    ['a-little-bit-longer-string', -1_486_304_829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
  ])('of "%s" is Kafka’s', (text, hash) => {
    expect(murmur2(bytes(text))).toBe(hash);
  });
});

it('puts a key where Kafka’s default partitioner puts it', () => {
  // -973,932,308 without its sign bit is 1,173,551,340.
  expect(partitionOfKey(bytes('21'), 1000)).toBe(340);
  expect(partitionOfKey(bytes('abc'), 1000)).toBe(107);
});

describe('the records of a call', () => {
  it('without keys go to the partitions in turn, together', () => {
    const partitioner = new Partitioner(3);
    const records = [keyless('a'), keyless('b')];
    const turns = Array.from({ length: 4 }, () => partitioner.split(records));
    expect(turns.map((batches) => batches.map(({ partition }) => partition))).toEqual([
      [0],
      [1],
      [2],
      [0],
    ]);
    expect(turns[0]![0]!.records).toEqual(records);
  });

  it('with keys go to the partition of their key, in their order', () => {
    const partitioner = new Partitioner(4);
    const records = ['a', 'b', 'c', 'a', 'd', 'b', 'a'].map(keyed);
    const batches = partitioner.split(records);
    expect(new Set(batches.map(({ partition }) => partition)).size).toBe(batches.length);
    for (const { partition, records: batch } of batches) {
      expect(batch).toEqual(
        records.filter((record) => partitionOfKey(record.key!, 4) === partition),
      );
    }
    expect(batches.flatMap((batch) => batch.records)).toHaveLength(records.length);
  });

  it('with and without keys take one turn', () => {
    const partitioner = new Partitioner(64);
    const batches = partitioner.split([keyless('x'), keyed('a'), keyless('y')]);
    expect(batches[0]).toEqual({ partition: 0, records: [keyless('x'), keyless('y')] });
    expect(partitioner.split([keyless('z')])[0]!.partition).toBe(1);
  });

  it('that are none are one batch of none', () => {
    expect(new Partitioner(2).split([])).toEqual([{ partition: 0, records: [] }]);
  });

  it('are not looked at where there is one partition', () => {
    const records = [keyed('a'), keyless('b')];
    expect(new Partitioner(1).split(records)).toEqual([{ partition: 0, records }]);
  });
});
