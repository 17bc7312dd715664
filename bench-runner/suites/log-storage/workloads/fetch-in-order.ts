import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageSubject } from '../subject.ts';
import { fetchProgram } from './fetch-program.ts';
import { fill, openLog } from './fill.ts';
import { LogValues } from './log-values.ts';
import { expectWholeLog } from './read-back.ts';

/**
 * One operation is one message delivered by a fetch of several, from the beginning of the log to
 * its end and from the beginning again. What the last fetch of a batch delivers beyond it counts
 * for the next.
 */
export async function fetchInOrder(
  context: PrepareContext<StorageSubject>,
  { fetchSize, verify }: { fetchSize: number; verify: boolean },
): Promise<Workload> {
  const { subject, parameters, random, folder } = context;
  const messages = Number(parameters.messages);
  const bytes = Number(parameters.size);
  if (subject.start !== undefined) {
    const work = { kind: 'read', bytes: fetchSize * bytes, fileBytes: messages * bytes } as const;
    return fetchProgram(context, work, fetchSize);
  }
  const values = new LogValues(randomValues(bytes, random));
  const log = await openLog(subject, folder, { durability: 'page-cache', verify });
  await fill(log, values, messages);

  let next = 0;
  let due = 0;
  let delivered = 0;
  let deliveredBytes = 0;
  const visit = (value: Uint8Array | null) => {
    delivered += 1;
    deliveredBytes += value?.length ?? 0;
  };
  return {
    batch: async (count) => {
      due += count;
      // Of one batch: totals of a trial would outgrow small integers.
      delivered = 0;
      deliveredBytes = 0;
      let told = 0;
      while (due > 0) {
        const answer = log.fetch(next, fetchSize, visit);
        const fetched = typeof answer === 'number' ? answer : await answer;
        if (fetched === 0) throw new Error(`offset ${next} of ${messages} was not delivered`);
        due -= fetched;
        told += fetched;
        next = next + fetched < messages ? next + fetched : 0;
      }
      if (delivered !== told || deliveredBytes !== told * bytes) {
        throw new Error(
          `${told} messages of ${bytes} bytes came as ${delivered} of together ${deliveredBytes}`,
        );
      }
    },
    bytesPerOperation: bytes,
    messagesPerOperation: 1,
    check: () => expectWholeLog(log, values, messages, fetchSize),
    close: () => log.close(),
  };
}
