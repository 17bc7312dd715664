import { readdirSync } from 'node:fs';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { Durability, StorageSubject } from '../subject.ts';
import { openRotatingLog } from './produce.ts';
import type { RotatingLog } from './produce-rotating-log.ts';
import { countedOperations } from './produce-volume.ts';

/** One operation appends one message to a log that begins a new segment at the size on the axis. */
export async function rolloverWorkload(context: PrepareContext<StorageSubject>): Promise<Workload> {
  const { parameters } = context;
  const size = Number(parameters.size);
  const segmentBytes = Number(parameters['segment-size']);
  const log = await openRotatingLog(context, { segmentBytes });
  return {
    batch: (count) => log.produce(count),
    bytesPerOperation: size,
    messagesPerOperation: 1,
    countedOperations: countedOperations(size, parameters.durability as Durability),
    check: async () => {
      await log.check();
      expectSegments(log, { size, segmentBytes });
    },
    close: () => log.close(),
  };
}

/** A log that ignored the axis would have nothing to roll over, and would pass for a fast one. */
function expectSegments(
  log: RotatingLog,
  { size, segmentBytes }: { size: number; segmentBytes: number },
): void {
  const segments = readdirSync(log.folder).filter((name) => name.endsWith('.log')).length;
  // A segment may be over its size by the message that reached it.
  const fewest = Math.ceil((log.end * size) / (segmentBytes + 2 * size));
  if (segments < fewest) {
    throw new Error(
      `${log.end} messages of ${size} bytes lie in ${segments} segments of ${segmentBytes} bytes; expected at least ${fewest}`,
    );
  }
}
