import type { StorageLog, StorageOptions, StorageSubject } from '../../subject.ts';
import { PartitionLog } from './partition-log.ts';
import { openTopics } from './topic-adapter.ts';

/** The layer as the suite's scenarios use it. */
const subject: StorageSubject = {
  async open(folder: string, options: StorageOptions): Promise<StorageLog> {
    const log = await PartitionLog.open(folder, options);
    const append = options.durability === 'sync' ? log.produce.bind(log) : log.append.bind(log);
    return {
      append,
      fetch: (offset, maxRecords, visit) => log.scan(offset, visit, maxRecords),
      async compact() {
        log.roll();
        const { bytesBefore, bytesAfter, recordsRemoved, distinctKeys, keyTableBytes } =
          await log.compact();
        return { bytesBefore, bytesAfter, recordsRemoved, distinctKeys, keyTableBytes };
      },
      close: () => log.close(),
    };
  },
  openTopics,
};

export default subject;
