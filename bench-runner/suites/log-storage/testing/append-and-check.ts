import { defineScenario } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { StorageSubject } from '../subject.ts';

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
    prepare: ({ subject, folder }) =>
      subject.start ? bareWorkload(subject, folder) : logWorkload(subject, folder),
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

async function logWorkload(subject: StorageSubject, folder: string): Promise<Workload> {
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
      const found: string[] = [];
      await log.fetch(appended - 1, 2, (value) => {
        found.push(Buffer.from(value ?? []).toString());
      });
      if (found.join() !== String(appended - 1)) {
        throw new Error(`fetched [${found}] where ${appended - 1} was appended last`);
      }
    },
    close: () => log.close(),
  };
}
