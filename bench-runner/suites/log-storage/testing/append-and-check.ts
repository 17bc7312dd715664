import type { Peer, PeerFunction } from '../../../define/peer.ts';
import { defineScenario } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { StorageLog, StorageSubject } from '../subject.ts';

/** A thread that opens the log to read it, tells the value at an offset and closes it again. */
const reader: PeerFunction<StorageSubject> = ({ subject, folder, onRequest }) => {
  onRequest(async (offset) => {
    const log = await subject.open!(folder, { durability: 'page-cache', readOnly: true });
    try {
      return await textAt(log, Number(offset));
    } finally {
      await log.close();
    }
  });
};
export const peers = { reader };

/** The least a subject can be asked for, to see that it works from the bundle of a run. */
export default defineScenario<StorageSubject>({
  title: 'Append and check',
  question: 'Does a subject work where it is measured?',
  description: 'One append an operation.',
  operation: 'one append',
  axes: {},
  metrics: ['time-per-operation'],
  baseline: 'segment-log',
  method: {
    kind: 'in-process',
    prepare: async ({ subject, folder, startThread }) =>
      subject.start
        ? bareWorkload(subject, folder)
        : logWorkload(subject, folder, await startThread('reader')),
  },
});

async function bareWorkload(subject: StorageSubject, folder: string): Promise<Workload> {
  const program = await subject.start!(folder, {
    kind: 'append',
    bytes: 100,
    fileBytes: 1_000_000,
    durability: 'page-cache',
  });
  return {
    batch: (count) => program.run(count),
    check: () => program.check(),
    close: () => program.close(),
  };
}

async function logWorkload(
  subject: StorageSubject,
  folder: string,
  readerThread: Peer,
): Promise<Workload> {
  const log = await subject.open!(folder, { durability: 'page-cache' });
  let appended = 0;
  const append = async () => {
    await log.append([{ value: Buffer.from(String(appended)) }]);
    appended += 1;
  };
  return {
    batch: async (count) => {
      for (let done = 0; done < count; done += 1) await append();
    },
    check: async () => {
      await append();
      const last = appended - 1;
      for (const found of [await textAt(log, last), await readerThread.request(last)]) {
        if (found !== String(last)) throw new Error(`fetched "${found}" at offset ${last}`);
      }
    },
    close: () => log.close(),
  };
}

async function textAt(log: StorageLog, offset: number): Promise<string> {
  const found: string[] = [];
  await log.fetch(offset, 2, (value) => {
    found.push(Buffer.from(value ?? []).toString());
  });
  return found.join();
}
