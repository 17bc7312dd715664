import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { BareWork, StorageSubject } from '../subject.ts';
import { programWorkload } from './program.ts';

/**
 * Bare reads of as many bytes as a fetch delivers. One operation is one message, as with a log:
 * what the last read of a batch brings beyond it counts for the next.
 *
 * @param fetchSize Messages that one read stands for.
 */
export async function fetchProgram(
  context: Pick<PrepareContext<StorageSubject>, 'subject' | 'folder'>,
  work: BareWork,
  fetchSize: number,
): Promise<Workload> {
  const { batch: read, ...workload } = await programWorkload(context, work, fetchSize);
  let due = 0;
  return {
    ...workload,
    batch: async (count) => {
      due += count;
      const reads = Math.ceil(due / fetchSize);
      if (reads > 0) await read?.(reads);
      due -= reads > 0 ? reads * fetchSize : 0;
    },
    bytesPerOperation: work.bytes / fetchSize,
    messagesPerOperation: 1,
  };
}
