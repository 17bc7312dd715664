import { join } from 'node:path';
import type { PeerLink } from '../../../define/peer.ts';
import type { Durability, StorageSubject } from '../subject.ts';
import { RotatingLog } from './produce-rotating-log.ts';
import { messagesInLog } from './produce-volume.ts';

/** What a producer's thread is given. */
export interface ProducerData {
  /** Name of its folder in the trial's. */
  name: string;
  values: Uint8Array[];
  /** Size at which its log is rotated, in bytes. */
  logBytes: number;
}

/** What a producer's thread is asked; answered when it is done. */
export type ProducerRequest = { kind: 'produce'; count: number } | { kind: 'check' };

/** A thread that appends messages one at a time to a log of its own. */
export async function producer(link: PeerLink<StorageSubject>): Promise<void> {
  const { name, values, logBytes } = link.data as ProducerData;
  const log = await RotatingLog.open({
    subject: link.subject,
    folder: join(link.folder, name),
    options: { durability: link.parameters.durability as Durability },
    values,
    batch: 1,
    messagesPerLog: messagesInLog({ size: values[0]!.length, batch: 1, bytes: logBytes }),
  });
  link.onRequest((message) => {
    const request = message as ProducerRequest;
    return request.kind === 'produce' ? log.produce(request.count) : log.check();
  });
  link.onClose(() => log.close());
}
