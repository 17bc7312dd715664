import type { Durability } from '../subject.ts';

/**
 * Size at which a log ends and the next one begins, in bytes. The old one is removed first, so that
 * no trial has more than this on the disk: past some GB of dirty pages the kernel slows writers
 * down. What a trial writes in all is bounded by its times, below 2 GB where a core writes less
 * than 4 GB/s.
 */
export const logBytes = 256 * 2 ** 20;

/** What a round of counting allocated bytes may write, in bytes: several rounds make a count. */
const countedBytes = 32 * 2 ** 20;

/** Operations of such a round under `sync`, where each takes as long as the disk does. */
const countedSyncs = 32;

/** Operations that a round of counting allocated bytes may have. */
export function countedOperations(bytesPerOperation: number, durability: Durability): number {
  const most = Math.max(1, Math.floor(countedBytes / bytesPerOperation));
  return durability === 'sync' ? Math.min(most, countedSyncs) : most;
}

/** Whole batches after which a log has reached its size, in messages; at least one batch. */
export function messagesInLog(options: { size: number; batch: number; bytes?: number }): number {
  const { size, batch, bytes = logBytes } = options;
  return Math.max(1, Math.floor(bytes / (size * batch))) * batch;
}
