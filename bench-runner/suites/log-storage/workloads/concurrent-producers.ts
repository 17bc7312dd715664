import type { Peer } from '../../../define/peer.ts';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageSubject } from '../subject.ts';
import type { ProducerData, ProducerRequest } from './concurrent-producer.ts';
import { openRotatingLog } from './produce.ts';
import { expectOffset, type RotatingLog } from './produce-rotating-log.ts';
import { logBytes } from './produce-volume.ts';

/** One operation is one message appended by any of the producers. */
export function concurrentProducersWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  return context.parameters.durability === 'sync' ? inOneLog(context) : inThreads(context);
}

/** Each producer is a thread with a log of its own: a partition has one writer. */
async function inThreads(context: PrepareContext<StorageSubject>): Promise<Workload> {
  const producers = Number(context.parameters.producers);
  const size = Number(context.parameters.size);
  const threads: Peer[] = [];
  // One after the other: when one fails, none is still starting that nobody would end.
  for (let index = 0; index < producers; index += 1) {
    const data: ProducerData = {
      name: `producer-${index}`,
      values: randomValues(size, context.random),
      logBytes: logBytes / producers,
    };
    threads.push(await context.startThread('producer', data));
  }
  const askAll = (requestOf: (index: number) => ProducerRequest) =>
    Promise.all(threads.map((thread, index) => thread.request(requestOf(index))));
  return {
    batch: async (count) => {
      await askAll((index) => ({ kind: 'produce', count: share(count, producers, index) }));
    },
    bytesPerOperation: size,
    messagesPerOperation: 1,
    check: async () => {
      await askAll(() => ({ kind: 'check' }));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Each producer waits for its own message before its next: what is in flight shares syncs. */
async function inOneLog(context: PrepareContext<StorageSubject>): Promise<Workload> {
  const producers = Number(context.parameters.producers);
  const log = await openRotatingLog(context);
  return {
    batch: async (count) => {
      // Between batches, as no append may be in flight; a batch is far below the size of a log.
      if (log.full) await log.rotate();
      await Promise.all(
        Array.from({ length: producers }, (_, index) =>
          appendInTurn(log, share(count, producers, index)),
        ),
      );
    },
    bytesPerOperation: Number(context.parameters.size),
    messagesPerOperation: 1,
    check: () => log.check(),
    close: () => log.close(),
  };
}

async function appendInTurn(log: RotatingLog, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const due = log.end;
    expectOffset(await log.append(), due);
  }
}

/** How many of `count` messages a producer appends: within one of each other, all together. */
export function share(count: number, producers: number, index: number): number {
  return Math.floor((count + producers - 1 - index) / producers);
}
