import type { LogRecord } from './options.ts';

/** Records of one call that belong to one partition, in the order of the call. */
export interface PartitionBatch {
  partition: number;
  records: readonly LogRecord[];
}

/**
 * Says which partition of a topic a record belongs to: that of its key's hash, so that records of a
 * key stay in order. Records without a key go to the partitions in turn, those of one call together
 * to one partition, so that they stay one batch.
 */
export class Partitioner {
  readonly partitions: number;
  #turn = 0;

  /** @param partitions How many the topic has, at least 1. */
  constructor(partitions: number) {
    this.partitions = partitions;
  }

  /** Splits the records of one call by partition. */
  split(records: readonly LogRecord[]): PartitionBatch[] {
    if (this.partitions === 1) return [{ partition: 0, records }];
    if (!records.some(({ key }) => key)) return [{ partition: this.#nextInTurn(), records }];
    const batches = new Map<number, LogRecord[]>();
    let keyless: number | undefined;
    for (const record of records) {
      if (!record.key) keyless ??= this.#nextInTurn();
      const partition = record.key
        ? partitionOfKey(record.key, this.partitions)
        : (keyless as number);
      const batch = batches.get(partition);
      if (batch) batch.push(record);
      else batches.set(partition, [record]);
    }
    return Array.from(batches, ([partition, batch]) => ({ partition, records: batch }));
  }

  #nextInTurn(): number {
    const partition = this.#turn;
    this.#turn = partition + 1 === this.partitions ? 0 : partition + 1;
    return partition;
  }
}

/**
 * The partition Kafka's default partitioner chooses for a key: murmur2 without its sign bit, modulo
 * the number of partitions. Producers of both put a key into the same partition.
 */
export function partitionOfKey(key: Uint8Array, partitions: number): number {
  return (murmur2(key) & 0x7fff_ffff) % partitions;
}

const seed = 0x9747_b28c;
const multiplier = 0x5bd1_e995;

/**
 * MurmurHash2 for 32 bits by Austin Appleby, with the seed of Kafka's clients, as a signed integer
 * as they return it.
 */
export function murmur2(bytes: Uint8Array): number {
  const whole = bytes.length & ~3;
  let hash = seed ^ bytes.length;
  for (let index = 0; index < whole; index += 4) {
    const word =
      bytes[index]! |
      (bytes[index + 1]! << 8) |
      (bytes[index + 2]! << 16) |
      (bytes[index + 3]! << 24);
    const mixed = Math.imul(word, multiplier);
    hash = Math.imul(hash, multiplier) ^ Math.imul(mixed ^ (mixed >>> 24), multiplier);
  }
  const left = bytes.length - whole;
  if (left > 2) hash ^= bytes[whole + 2]! << 16;
  if (left > 1) hash ^= bytes[whole + 1]! << 8;
  if (left > 0) hash = Math.imul(hash ^ bytes[whole]!, multiplier);
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
}
