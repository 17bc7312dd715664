import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { BareWork, Durability, StorageSubject } from '../subject.ts';
import { RotatingLog } from './produce-rotating-log.ts';
import { countedOperations, logBytes, messagesInLog } from './produce-volume.ts';
import { programWorkload } from './program.ts';

/** One operation appends a batch of messages, acknowledged before the next is appended. */
export async function produceWorkload(context: PrepareContext<StorageSubject>): Promise<Workload> {
  if (context.subject.open === undefined) return bareProduceWorkload(context);
  const { size, batch, durability } = produceParameters(context);
  const log = await openRotatingLog(context);
  return {
    batch: (count) => log.produce(count),
    bytesPerOperation: size * batch,
    messagesPerOperation: batch,
    countedOperations: countedOperations(size * batch, durability),
    check: () => log.check(),
    close: () => log.close(),
  };
}

/**
 * The same by bare file calls: the bytes of a batch are written at once, and nothing else.
 *
 * @param took Told how long each call took, in ns.
 */
export function bareProduceWorkload(
  context: PrepareContext<StorageSubject>,
  took?: (nanoseconds: number) => void,
): Promise<Workload> {
  const { size, batch, durability, messagesPerLog } = produceParameters(context);
  const work: BareWork = {
    kind: 'append',
    bytes: size * batch,
    fileBytes: messagesPerLog * size,
    durability,
  };
  return programWorkload(context, work, batch, took);
}

/** Opens the log that a scenario's parameters ask for, with random values of their size. */
export function openRotatingLog(
  { subject, folder, parameters, random }: PrepareContext<StorageSubject>,
  { segmentBytes }: { segmentBytes?: number } = {},
): Promise<RotatingLog> {
  const { size, batch, durability, messagesPerLog } = produceParameters({ parameters });
  return RotatingLog.open({
    subject,
    folder,
    options: { durability, segmentBytes },
    values: randomValues(size, random),
    batch,
    messagesPerLog,
  });
}

/**
 * What a scenario's parameters mean: one message at a time without `batch`, and without `messages`
 * as many a log as its size allows.
 */
function produceParameters({ parameters }: Pick<PrepareContext<StorageSubject>, 'parameters'>) {
  const size = Number(parameters.size);
  const batch = Number(parameters.batch ?? 1);
  const bytes = parameters.messages === undefined ? logBytes : Number(parameters.messages) * size;
  return {
    size,
    batch,
    durability: parameters.durability as Durability,
    messagesPerLog: messagesInLog({ size, batch, bytes: Math.min(bytes, logBytes) }),
  };
}
