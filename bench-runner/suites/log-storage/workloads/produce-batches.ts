import type { StorageRecord } from '../subject.ts';

/**
 * Records of the values in turn, the last followed by the first, cut into batches that are built
 * once: as many as it takes until a batch begins with the first value again.
 */
export function batchesOf(values: readonly Uint8Array[], batch: number): StorageRecord[][] {
  const records = values.map((value) => ({ value }));
  const count = records.length / greatestCommonDivisor(records.length, batch);
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: batch }, (_, place) => records[(index * batch + place) % records.length]!),
  );
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
