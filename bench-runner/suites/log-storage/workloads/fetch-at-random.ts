import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageSubject } from '../subject.ts';
import { fill, openLog } from './fill.ts';
import { latencyHistogram } from './latency-histogram.ts';
import { LogValues } from './log-values.ts';
import { programWorkload } from './program.ts';
import { RandomReader, randomOffsets } from './random-reader.ts';

/** What the log holds that is read from. */
interface Content {
  messages: number;
  /** Messages it was appended in at a time. */
  batch: number;
}

/** One operation is one message fetched by its offset, at random. */
export async function fetchAtRandom(
  context: PrepareContext<StorageSubject>,
  content: Content,
): Promise<Workload> {
  const { parameters, random, subject } = context;
  if (subject.start !== undefined) {
    const bytes = Number(parameters.size);
    const fileBytes = content.messages * bytes;
    const seed = Math.floor(random() * 2 ** 31);
    return programWorkload(context, { kind: 'random-read', bytes, fileBytes, seed }, 1);
  }
  const { reader, ...workload } = await openAtRandom(context, content);
  return { ...workload, batch: (count) => reader.fetch(count) };
}

/** The same, with the time of each fetch recorded by itself. */
export async function fetchLatency(
  context: PrepareContext<StorageSubject>,
  content: Content,
): Promise<Workload> {
  const { reader, ...workload } = await openAtRandom(context, content);
  let latencies = latencyHistogram();
  return {
    ...workload,
    batch: (count) => reader.fetchTimed(count, (nanoseconds) => latencies.recordValue(nanoseconds)),
    reset: () => {
      latencies = latencyHistogram();
    },
    histograms: () => ({ 'fetch-latency': latencies }),
  };
}

async function openAtRandom(
  { subject, parameters, random, folder }: PrepareContext<StorageSubject>,
  { messages, batch }: Content,
): Promise<{ reader: RandomReader } & Omit<Workload, 'batch' | 'operation'>> {
  const values = new LogValues(randomValues(Number(parameters.size), random));
  const log = await openLog(subject, folder, { durability: 'page-cache' });
  await fill(log, values, messages, { batch });
  const reader = new RandomReader(log, values, randomOffsets(messages, random));
  return {
    reader,
    bytesPerOperation: values.bytes,
    messagesPerOperation: 1,
    check: () => reader.check(),
    close: () => log.close(),
  };
}
