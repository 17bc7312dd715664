import { join } from 'node:path';
import type { Peer, PeerFunction } from '../../../define/peer.ts';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { Durability, StorageSubject } from '../subject.ts';
import { share } from './concurrent-producers.ts';
import { batchesOf } from './produce-batches.ts';
import { logBytes } from './produce-volume.ts';
import { TopicProducer } from './topic-producer.ts';
import { callMessages } from './topics.ts';

/** Partitions of the topic that each producer writes. */
const partitionsOfProducer = 2;

/** What a producer's thread is given. */
interface TopicProducerData {
  /** Name of its folder in the trial's. */
  name: string;
  values: Uint8Array[];
  /** Bytes of values at which its topic is removed and another begins. */
  bytes: number;
}

/** What it is asked; answered when it is done. */
type TopicProducerRequest =
  | { kind: 'make-room'; calls: number }
  | { kind: 'produce'; calls: number }
  | { kind: 'check' };

/** A thread that produces to the partitions it owns, in a folder of its own. */
export const topicProducer: PeerFunction<StorageSubject> = async (link) => {
  const { name, values, bytes } = link.data as TopicProducerData;
  const producer = await TopicProducer.open(link.subject, {
    folder: join(link.folder, name),
    durability: link.parameters.durability as Durability,
    topics: 1,
    partitions: partitionsOfProducer,
    calls: batchesOf(values, callMessages),
    bytes,
  });
  link.onClose(() => producer.close());
  link.onRequest((message) => {
    const request = message as TopicProducerRequest;
    if (request.kind === 'make-room') return producer.makeRoom(request.calls);
    return request.kind === 'produce' ? producer.produce(request.calls) : producer.check();
  });
};

/** One operation is a call that one of the producers makes. */
export async function topicProducersWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  const { parameters, random } = context;
  const count = Number(parameters.producers);
  const size = Number(parameters.size);
  const producers: Peer[] = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      context.startThread('topicProducer', {
        name: `producer-${index}`,
        values: randomValues(size, random),
        bytes: logBytes / count,
      } satisfies TopicProducerData),
    ),
  );
  const askAll = async (requestOf: (index: number) => TopicProducerRequest) => {
    await Promise.all(producers.map((each, index) => each.request(requestOf(index))));
  };
  const shareOf = (calls: number, index: number) => share(calls, count, index);
  return {
    prepareBatch: (calls) =>
      askAll((index) => ({ kind: 'make-room', calls: shareOf(calls, index) })),
    batch: (calls) => askAll((index) => ({ kind: 'produce', calls: shareOf(calls, index) })),
    bytesPerOperation: callMessages * size,
    messagesPerOperation: callMessages,
    check: () => askAll(() => ({ kind: 'check' })),
    close: async () => {
      await Promise.all(producers.map((each) => each.close()));
    },
  };
}
