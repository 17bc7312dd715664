import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { formatNumber } from '../../../results/format.ts';
import { type PublishedSize, publishedBytes, publishedLayerNanos } from './go-library.ts';
import type { Replication } from './replication.ts';
import { sizeTitle } from './titles.ts';

/**
 * Why a ratio of times is what it is here, as far as this run's own figures show it; undefined where
 * they do not.
 */
export function reasonForTime(
  group: MeasuredGroup,
  size: PublishedSize,
  subject: 'optimized' | 'hybrid',
  outcome: Replication,
): string | undefined {
  const original = group.measuredCase('original')?.summaries;
  const time = original?.['time-per-operation']?.median;
  const bytes = original?.['allocated-bytes']?.median;
  if (subject === 'hybrid' && size === 1024) {
    if (time === undefined || outcome === 'replicates') return undefined;
    const share = (100 * publishedLayerNanos) / time;
    return `The 7 ns that the library’s threshold check and indirection cost would be ${formatNumber(Number(share.toFixed(1)))} % of the ${formatNumber(Number(time.toPrecision(3)))} ns that Original takes here.`;
  }
  // What pools can save is what is allocated without them.
  if (bytes === undefined || !foundFaster(group, subject)) return undefined;
  const published = publishedBytes[size].original;
  if (bytes <= published) return undefined;
  return `Original allocates ${formatNumber(Math.round(bytes))} B for a message of ${sizeTitle(size)} here against ${formatNumber(published)} B there: pools have more to save.`;
}

/** Why hybrid's bytes are what they are, which follows from its threshold of 8 KB. */
export function reasonForBytes(size: PublishedSize): string {
  return size === 1024
    ? 'Below its threshold Hybrid takes Original’s path.'
    : 'Above its threshold Hybrid takes frame buffers from a pool; what it still allocates are views of them on the heap. Original allocates two buffers for every 1 KB.';
}

function foundFaster(group: MeasuredGroup, subject: string): boolean {
  return group.ratio(subject, 'original')?.verdict === 'better';
}
