import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { BareWork, StorageSubject } from '../subject.ts';

/**
 * Times a subject that is no log but makes bare file calls: `work.bytes` of them are one operation.
 * The CPU counted is that of whatever makes the calls, which may be another process.
 *
 * @param messages Messages that the bytes of one operation stand for.
 * @param took Told how long each call took, in ns, by a program of this process.
 * @throws {TypeError} for a subject that starts no program.
 */
export async function programWorkload(
  { subject, folder }: Pick<PrepareContext<StorageSubject>, 'subject' | 'folder'>,
  work: BareWork,
  messages: number,
  took?: (nanoseconds: number) => void,
): Promise<Workload> {
  if (subject.start === undefined) {
    throw new TypeError(
      'the subject exports neither `open` nor `start`: give it one, or name this scenario under "unsupported" in its subject.json',
    );
  }
  const program = await subject.start(folder, work);
  return {
    batch: (count) => program.run(count, took),
    bytesPerOperation: work.bytes,
    messagesPerOperation: messages,
    // What is allocated here is allocated to drive the program.
    countedOperations: 0,
    check: () => program.check(),
    counters: async () => {
      const { user, system } = await program.cpuMicros();
      return { 'cpu-per-operation': user + system, 'system-cpu-per-operation': system };
    },
    close: () => program.close(),
  };
}
