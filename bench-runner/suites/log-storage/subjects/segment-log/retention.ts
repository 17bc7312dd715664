import type { Segment } from './segment.ts';

/**
 * How many of a log's oldest segments are beyond what is to be kept; never all of them.
 *
 * @param retentionBytes Total size above which the oldest go.
 * @param retentionMs Age of their newest record at which segments go, in ms.
 */
export function beyondRetention(
  segments: readonly Segment[],
  { retentionBytes, retentionMs }: { retentionBytes: number; retentionMs: number },
): number {
  const expired = Date.now() - retentionMs;
  let size = segments.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
  let count = 0;
  for (const { sizeBytes, newestTimestamp } of segments.slice(0, -1)) {
    if (size <= retentionBytes && !(newestTimestamp < expired)) break;
    size -= sizeBytes;
    count += 1;
  }
  return count;
}
