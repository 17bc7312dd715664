import { LogError } from './errors.ts';
import type { CompactionReport, LogOptions, LogRecord } from './options.ts';
import { PartitionLog } from './partition-log.ts';
import { Partitioner } from './partitioner.ts';
import { partitionFolder, type TopicDescription } from './topic-folder.ts';

/** Where a batch of a call went. */
export interface AppendedBatch {
  partition: number;
  /** Offset of its first record. */
  baseOffset: number;
}

/** The open partitions of a topic, each a log of its own. */
export class Topic {
  readonly name: string;
  /** By partition. */
  readonly logs: readonly PartitionLog[];
  readonly #partitioner: Partitioner;
  #compaction: Promise<unknown> = Promise.resolve();
  #closing = false;

  private constructor(name: string, logs: readonly PartitionLog[]) {
    this.name = name;
    this.logs = logs;
    this.#partitioner = new Partitioner(logs.length);
  }

  /** Opens every partition, or none. */
  static async open(
    folder: string,
    { name, partitions }: TopicDescription,
    options: LogOptions,
  ): Promise<Topic> {
    const logs: PartitionLog[] = [];
    try {
      for (let partition = 0; partition < partitions; partition += 1) {
        logs.push(await PartitionLog.open(partitionFolder(folder, name, partition), options));
      }
    } catch (error) {
      await Promise.allSettled(logs.map((log) => log.close()));
      throw error;
    }
    return new Topic(name, logs);
  }

  append(records: readonly LogRecord[]): AppendedBatch[] {
    return this.#partitioner.split(records).map(({ partition, records: batch }) => ({
      partition,
      baseOffset: this.logs[partition]!.append(batch),
    }));
  }

  /** Resolves or rejects when no batch of the call is under way any more. */
  async produce(records: readonly LogRecord[]): Promise<AppendedBatch[]> {
    const outcomes = await Promise.allSettled(
      this.#partitioner.split(records).map(async ({ partition, records: batch }) => ({
        partition,
        baseOffset: await this.logs[partition]!.produce(batch),
      })),
    );
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }

  /** @throws LogError `partition-out-of-range`. */
  log(partition: number): PartitionLog {
    const log = this.logs[partition];
    if (log) return log;
    throw new LogError(
      'partition-out-of-range',
      `topic "${this.name}" has no partition ${partition}: its partitions are 0 to ${this.logs.length - 1}`,
    );
  }

  /**
   * One partition after the other, so that one table of keys is in memory at a time.
   *
   * @throws LogError `closed` if the topic is closed meanwhile; the partition in hand is finished.
   */
  compact(): Promise<CompactionReport[]> {
    const done = this.#compaction.then(() => this.#compactInTurn());
    this.#compaction = done.catch(() => {});
    return done;
  }

  /** Closes every partition. @throws LogError the first of what went wrong. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#compaction;
    const outcomes = await Promise.allSettled(this.logs.map((log) => log.close()));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async #compactInTurn(): Promise<CompactionReport[]> {
    const reports: CompactionReport[] = [];
    for (const log of this.logs) {
      if (this.#closing) {
        throw new LogError(
          'closed',
          `topic "${this.name}" was closed while it was compacted; what was compacted stays so`,
        );
      }
      reports.push(await log.compact());
    }
    return reports;
  }
}
