import type { Histogram } from 'hdr-histogram-js';

/** What is measured: one subject, set up for one combination of parameters. */
export interface Workload {
  /**
   * One synchronous operation. Its return value is kept from dead-code elimination, so return
   * something that depends on the work. Exactly one of `operation` and `batch` is given.
   */
  operation?: () => unknown;
  /** Performs `count` operations and resolves when the last is complete. */
  batch?: (count: number) => Promise<void>;
  /**
   * Makes ready what the next `count` operations use up, such as a fresh copy of a log for each.
   * Called before every batch, outside its time. Its CPU is not counted either; a pause of the
   * garbage collector in it is.
   */
  prepareBatch?: (count: number) => void | Promise<void>;
  /** Payload bytes of one operation, from which `throughput` (MB/s) follows. */
  bytesPerOperation?: number;
  /** Messages of one operation, from which `message-rate` (messages/s) follows. */
  messagesPerOperation?: number;
  /**
   * Operations that a round of counting allocated bytes may have at most, where more would take
   * long or write much: 100,000 without it. With 0 nothing is counted, which is honest where the
   * work is done by another program.
   */
  countedOperations?: number;
  /** Throws if the subject answers wrongly. Called before the warm-up and after the last batch. */
  check(): void | Promise<void>;
  /**
   * Running totals by metric id, read before and after the measured batches; the difference
   * divided by the operations becomes the sample, e.g. CPU µs of a peer process.
   */
  counters?(): Record<string, number> | Promise<Record<string, number>>;
  /** Called when warm-up ends: latency recorders start empty here. */
  reset?(): void;
  /** Latencies recorded since `reset`, in the unit of their metric, ns or µs, by metric id. */
  histograms?(): Record<string, Histogram>;
  /**
   * Figures of the measurement as a whole by metric id, such as an imbalance, since `reset`. They
   * become samples as they are; read once, after the last measured batch.
   */
  figures?(): Record<string, number> | Promise<Record<string, number>>;
  /** Ends what `prepare` started: sockets, peers, files. Always called, after failures too. */
  close?(): void | Promise<void>;
}
