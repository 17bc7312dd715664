import type { PeerFunction } from '../../../define/peer.ts';
import type { StorageSubject } from '../subject.ts';
import { openLog } from './fill.ts';
import { LogValues } from './log-values.ts';
import { RandomReader } from './random-reader.ts';
import { expectWholeLog } from './read-back.ts';

/** What a consumer's thread is given. */
export interface ConsumerData {
  /** Folder of the log it reads. */
  folder: string;
  messages: number;
  /** From which the log's values follow; see `LogValues`. */
  pool: readonly Uint8Array[];
  log: number;
  offsets: Uint32Array;
}

export type ConsumerRequest =
  /** Fetches as many messages. */
  | { kind: 'fetch'; count: number }
  /** Fails if a message fetched, or one of the log, is not what it should be. */
  | { kind: 'check' };

/** Messages that the check asks for at a time. */
const fetchSize = 100;

/** A thread that fetches single messages at random offsets of a log that others may have open. */
export const consumer: PeerFunction<StorageSubject> = async ({
  subject,
  data,
  onRequest,
  onClose,
}) => {
  const { folder, messages, pool, log: number, offsets } = data as ConsumerData;
  const values = new LogValues(pool, number);
  const log = await openLog(subject, folder, { durability: 'page-cache', readOnly: true });
  onClose(() => log.close());
  const reader = new RandomReader(log, values, offsets);
  onRequest(async (message) => {
    const request = message as ConsumerRequest;
    if (request.kind === 'fetch') return reader.fetch(request.count);
    await reader.check();
    return expectWholeLog(log, values, messages, fetchSize);
  });
};
