import { LogError } from './errors.ts';
import { type FolderLock, lockFolder } from './lock-file.ts';
import type { CompactionReport, LogOptions, LogRecord, StoredRecord } from './options.ts';
import { type AppendedBatch, Topic } from './topic.ts';
import {
  checkDescription,
  createTopicFolder,
  deleteTopicFolder,
  makeTopicsFolder,
  readTopicFolders,
  removeUnfinished,
  type TopicDescription,
} from './topic-folder.ts';

/**
 * Topics of several partitions each, every partition a log of its own, in one folder. One manager
 * writes to a folder at a time; others may read it with `readOnly`.
 */
export class TopicManager {
  readonly folder: string;
  readonly #options: LogOptions;
  readonly #lock: FolderLock | undefined;
  readonly #topics = new Map<string, Topic>();
  /** Creating and deleting take turns, so that a name means one thing at a time. */
  #changes: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(folder: string, options: LogOptions, lock: FolderLock | undefined) {
    this.folder = folder;
    this.#options = options;
    this.#lock = lock;
  }

  /**
   * Opens the topics of a folder, which is made if it is not there. What was being created or
   * deleted when a process ended is removed.
   *
   * @param options Of each partition's log; sizes and ages, such as `retentionBytes`, hold for each
   *   partition.
   * @throws LogError `locked` while another manager has the folder; `corrupt` where a topic or a
   *   partition is damaged.
   */
  static async open(folder: string, options: LogOptions = {}): Promise<TopicManager> {
    const manager = new TopicManager(
      folder,
      options,
      options.readOnly ? undefined : await lockedFolder(folder),
    );
    try {
      if (!options.readOnly) await removeUnfinished(folder);
      for (const topic of await readTopicFolders(folder)) await manager.#openTopic(topic);
    } catch (error) {
      await manager.close().catch(() => {});
      throw error;
    }
    return manager;
  }

  /**
   * Creates a topic; when the promise resolves, it outlives the machine.
   *
   * @param partitions 1 to 10,000; the number of a topic does not change.
   * @throws LogError `topic-exists`; `invalid` for a name or number that cannot be.
   */
  createTopic(name: string, { partitions }: { partitions: number }): Promise<void> {
    return this.#inTurn(async () => {
      this.#checkWritable(`create topic "${name}"`);
      checkDescription({ name, partitions });
      if (this.#topics.has(name)) {
        throw new LogError(
          'topic-exists',
          `topic "${name}" exists already: choose another name, or remove it with deleteTopic("${name}")`,
        );
      }
      await createTopicFolder(this.folder, { name, partitions });
      try {
        await this.#openTopic({ name, partitions });
      } catch (error) {
        await deleteTopicFolder(this.folder, name).catch(() => {});
        throw error;
      }
    });
  }

  /** Names and numbers of partitions, sorted by name. */
  listTopics(): TopicDescription[] {
    this.#checkOpen();
    const topics = Array.from(this.#topics, ([name, { logs }]) => ({
      name,
      partitions: logs.length,
    }));
    return topics.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Deletes a topic with all its records. @throws LogError `unknown-topic`. */
  deleteTopic(name: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#checkWritable(`delete topic "${name}"`);
      const topic = this.#topic(name);
      this.#topics.delete(name);
      // Whether the records still reach the disk does not matter any more.
      await topic.close().catch(() => {});
      await deleteTopicFolder(this.folder, name);
    });
  }

  /**
   * Appends the records of a call to the page cache, as one batch in each partition they fall on:
   * records with a key to the partition of the key's hash, those without one together to the next
   * partition in turn.
   *
   * @throws LogError `unknown-topic`, and what appending to a log throws; partitions before the one
   *   that failed have their batch.
   */
  append(topic: string, records: readonly LogRecord[]): AppendedBatch[] {
    return this.#topic(topic).append(records);
  }

  /**
   * The same, resolving when every batch is acknowledged under the durability of the logs.
   *
   * When it rejects, nothing of the call is under way any more and partitions other than the one
   * that failed have their batch: producing again delivers at least once.
   */
  async produce(topic: string, records: readonly LogRecord[]): Promise<AppendedBatch[]> {
    return this.#topic(topic).produce(records);
  }

  /**
   * Hands records of a partition from an offset on to `visit`, in order; values are views that are
   * valid during the call.
   *
   * @returns How many there were.
   * @throws LogError `unknown-topic`, `partition-out-of-range`, `offset-out-of-range`.
   */
  scan(
    topic: string,
    partition: number,
    offset: number,
    visit: (value: Uint8Array | null, offset: number) => void,
    maxRecords?: number,
  ): number {
    return this.#topic(topic).log(partition).scan(offset, visit, maxRecords);
  }

  /** Copies of records of a partition from an offset on. Errors as of `scan`. */
  read(
    topic: string,
    partition: number,
    offset: number,
    limits?: { maxRecords?: number; maxBytes?: number },
  ): StoredRecord[] {
    return this.#topic(topic).log(partition).read(offset, limits);
  }

  /** The first offset of each partition that is still there. */
  startOffsets(topic: string): number[] {
    return this.#topic(topic).logs.map((log) => log.startOffset);
  }

  /** The offset that the next record of each partition gets. */
  endOffsets(topic: string): number[] {
    return this.#topic(topic).logs.map((log) => log.endOffset);
  }

  /** Begins a new segment in each partition, so that what was appended can be compacted. */
  roll(topic: string): void {
    for (const log of this.#topic(topic).logs) log.roll();
  }

  /**
   * Keeps the newest record of each key in the closed segments of each partition.
   *
   * @returns What was done, by partition.
   */
  async compact(topic: string): Promise<CompactionReport[]> {
    return this.#topic(topic).compact();
  }

  /** Deletes segments beyond the size or age to be kept; returns how many, in all topics. */
  applyRetention(): number {
    return this.#logs().reduce((deleted, log) => deleted + log.applyRetention(), 0);
  }

  /** Brings everything appended to the disk. */
  async flush(): Promise<void> {
    await Promise.all(this.#logs().map((log) => log.flush()));
  }

  /** With `readOnly`: sees what was appended to the topics since. */
  refresh(): void {
    for (const log of this.#logs()) log.refresh();
  }

  /** Closes every topic; can be called again. @throws LogError the first of what went wrong. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#changes;
    const topics = Array.from(this.#topics.values());
    const outcomes = await Promise.allSettled(topics.map((topic) => topic.close()));
    this.#lock?.release();
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async #openTopic(description: TopicDescription): Promise<void> {
    this.#topics.set(description.name, await Topic.open(this.folder, description, this.#options));
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.#changes.then(change);
    this.#changes = done.catch(() => {});
    return done;
  }

  #topic(name: string): Topic {
    this.#checkOpen();
    const topic = this.#topics.get(name);
    if (topic) return topic;
    throw new LogError(
      'unknown-topic',
      `topic "${name}" is not in ${this.folder}, where ${named(this.#topics)}: create it with createTopic("${name}", { partitions })`,
    );
  }

  #logs() {
    this.#checkOpen();
    return Array.from(this.#topics.values(), ({ logs }) => logs).flat();
  }

  #checkOpen(): void {
    if (!this.#closed) return;
    throw new LogError('closed', `the topics in ${this.folder} were closed: open them again`);
  }

  #checkWritable(doing: string): void {
    this.#checkOpen();
    if (!this.#options.readOnly) return;
    throw new LogError(
      'read-only',
      `not allowed to ${doing}: open ${this.folder} without readOnly`,
    );
  }
}

async function lockedFolder(folder: string): Promise<FolderLock> {
  await makeTopicsFolder(folder);
  const lock = lockFolder(folder);
  // Topics have nothing to recover themselves; their partitions have locks of their own.
  lock.recovered();
  return lock;
}

/** The first names of what is there, for an error. */
function named(topics: ReadonlyMap<string, unknown>): string {
  if (topics.size === 0) return 'there are none';
  const names = Array.from(topics.keys()).sort();
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `there are ${names.slice(0, 5).join(', ')}${more}`;
}
