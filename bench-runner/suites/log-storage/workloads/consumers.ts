import { join } from 'node:path';
import type { Peer } from '../../../define/peer.ts';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageSubject } from '../subject.ts';
import type { ConsumerData, ConsumerRequest } from './consumer.ts';
import { fill, openLog } from './fill.ts';
import { LogValues } from './log-values.ts';
import { randomOffsets } from './random-reader.ts';

/** Messages of each log. */
const messages = 10_000;

/** One operation is one message fetched by any of several threads. */
export async function consumersWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  const { parameters, random } = context;
  const pool = randomValues(Number(parameters.size), random);
  const shared = parameters.log === 'shared';
  const consumers: Peer[] = [];
  for (let index = 0; index < Number(parameters.consumers); index += 1) {
    const log = shared ? 0 : index;
    const folder = join(context.folder, `log-${log}`);
    if (log === index) await writeLog(context.subject, folder, new LogValues(pool, log));
    const data: ConsumerData = {
      folder,
      messages,
      pool,
      log,
      offsets: randomOffsets(messages, random),
    };
    consumers.push(await context.startThread('consumer', data));
  }
  const askAll = (requestOf: (index: number) => ConsumerRequest) =>
    Promise.all(consumers.map((each, index) => each.request(requestOf(index))));

  return {
    batch: async (count) => {
      // The shares differ by one message at most, and their sum is the count.
      const share = (index: number) => Math.floor((count + index) / consumers.length);
      await askAll((index) => ({ kind: 'fetch', count: share(index) }));
    },
    bytesPerOperation: Number(parameters.size),
    messagesPerOperation: 1,
    check: async () => {
      await askAll(() => ({ kind: 'check' }));
    },
    close: async () => {
      await Promise.all(consumers.map((each) => each.close()));
    },
  };
}

async function writeLog(subject: StorageSubject, folder: string, values: LogValues): Promise<void> {
  const log = await openLog(subject, folder, { durability: 'page-cache' });
  try {
    await fill(log, values, messages, { batch: 1 });
  } finally {
    await log.close();
  }
}
