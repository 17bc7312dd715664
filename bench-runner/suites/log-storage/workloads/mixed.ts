import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { Durability, StorageSubject } from '../subject.ts';
import { EarlierFetcher } from './mixed-fetcher.ts';
import { openRotatingLog } from './produce.ts';
import { expectOffset } from './produce-rotating-log.ts';
import { countedOperations } from './produce-volume.ts';

/** Messages that a log holds before the first operation; fewer where each waits for the disk. */
const filledMessages = 10_000;
const filledSyncs = 100;

/**
 * One operation appends one message or fetches an earlier one from a random place, in turn: of
 * each 100 operations as many fetch as the axis says, evenly spread.
 */
export async function mixedWorkload(context: PrepareContext<StorageSubject>): Promise<Workload> {
  const size = Number(context.parameters.size);
  const reads = Number(context.parameters.reads);
  const durability = context.parameters.durability as Durability;
  const log = await openRotatingLog(context);
  await log.produce(durability === 'sync' ? filledSyncs : filledMessages);
  const fetcher = new EarlierFetcher(log, size, context.random);
  let due = 0;
  return {
    batch: async (count) => {
      for (let done = 0; done < count; done += 1) {
        due += reads;
        if (due >= 100) {
          due -= 100;
          const fetching = fetcher.fetch();
          if (fetching !== undefined) await fetching;
          continue;
        }
        const wait = log.ready();
        if (wait !== undefined) await wait;
        const offset = log.end;
        const acknowledged = log.append();
        expectOffset(typeof acknowledged === 'number' ? acknowledged : await acknowledged, offset);
      }
    },
    bytesPerOperation: size,
    messagesPerOperation: 1,
    countedOperations: countedOperations(size, durability),
    check: async () => {
      await log.check();
      await fetcher.check();
    },
    close: () => log.close(),
  };
}
