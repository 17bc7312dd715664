import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { intervalBytes } from '../background-sync.ts';
import type { Durability, StorageRecord, StorageSubject, StorageTopics } from '../subject.ts';
import { messagesInLog } from './produce-volume.ts';
import { expectProduced, textOf } from './topic-read-back.ts';
import { callMessages, openTopics } from './topics.ts';

export interface TopicProducerOptions {
  folder: string;
  durability: Durability;
  topics: number;
  /** Of each topic. */
  partitions: number;
  /**
   * What calls produce in turn, `callMessages` records each, with values of one length. In calls
   * that follow each other, records with the same value have the same key.
   */
  calls: readonly (readonly StorageRecord[])[];
  /** Bytes of values at which the topics are closed and removed, and others begin. */
  bytes: number;
}

/** Calls to each topic that a check makes. */
const checkedCalls = 2;

/** Produces to topics in turn, a call to each. */
export class TopicProducer {
  readonly #subject: StorageSubject;
  readonly #options: TopicProducerOptions;
  readonly #names: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #callsOfTopics: number;
  /** Under `interval`: calls after which the event loop has a turn, which timers wait for. */
  readonly #callsOfTurn: number;
  #topics: StorageTopics;
  #generation = 0;
  /** Which topic and which records are next. */
  #topic = 0;
  #call = 0;
  /** Calls that these topics have had. */
  #made = 0;
  /** Messages by partition of the topics before these. */
  #removed: readonly number[];

  private constructor(
    subject: StorageSubject,
    options: TopicProducerOptions,
    names: readonly string[],
    topics: StorageTopics,
  ) {
    const { calls, bytes, durability, partitions } = options;
    const size = calls[0]![0]!.value!.length;
    this.#subject = subject;
    this.#options = options;
    this.#names = names;
    this.#topics = topics;
    const values = new Set(calls.flatMap((records) => records.map(({ value }) => value)));
    this.#known = new Set(Array.from(values, textOf));
    this.#removed = Array.from({ length: partitions }, () => 0);
    this.#callsOfTopics = messagesInLog({ size, batch: callMessages, bytes }) / callMessages;
    this.#callsOfTurn =
      durability === 'interval' ? Math.ceil(intervalBytes / (callMessages * size)) : Infinity;
  }

  /** Creates the topics in the folder, which must hold none. */
  static async open(
    subject: StorageSubject,
    options: TopicProducerOptions,
  ): Promise<TopicProducer> {
    const names = Array.from({ length: options.topics }, (_, index) => `topic-${index}`);
    const topics = await createTopics(subject, options, names, 0);
    return new TopicProducer(subject, options, names, topics);
  }

  /** Begins new topics and removes the old ones if these would pass their size by as many calls. */
  async makeRoom(calls: number): Promise<void> {
    if (this.#made === 0 || this.#made + calls <= this.#callsOfTopics) return;
    this.#removed = this.counts();
    await this.#topics.close();
    await rm(folderOf(this.#options, this.#generation), { recursive: true });
    this.#generation += 1;
    this.#made = 0;
    this.#topics = await createTopics(this.#subject, this.#options, this.#names, this.#generation);
  }

  /** Makes as many calls, each acknowledged before the next. */
  async produce(calls: number): Promise<void> {
    for (let done = 0; done < calls; done += 1) {
      const answer = this.#topics.produce(this.#names[this.#topic]!, this.#nextRecords());
      if (typeof answer !== 'number') await answer;
      this.#topic = this.#topic + 1 === this.#names.length ? 0 : this.#topic + 1;
      if (this.#made % this.#callsOfTurn === 0) await nextTurn();
    }
  }

  /** Messages by partition since the beginning, all topics together. */
  counts(): number[] {
    return this.#held().map((count, partition) => count + this.#removed[partition]!);
  }

  /**
   * Makes some calls more and reads back what every partition then ends with.
   *
   * @throws {Error} if messages are missing, changed, doubled, out of order or apart from others of
   *   their key.
   */
  async check(): Promise<void> {
    for (const name of this.#names) {
      const calls = Array.from({ length: checkedCalls }, () => this.#nextRecords());
      await expectProduced(this.#topics, name, calls, this.#known);
    }
    const held = this.#held().reduce((sum, count) => sum + count, 0);
    if (held !== this.#made * callMessages) {
      throw new Error(`the topics hold ${held} of ${this.#made * callMessages} messages produced`);
    }
  }

  async close(): Promise<void> {
    await this.#topics.close();
  }

  #nextRecords(): readonly StorageRecord[] {
    const { calls } = this.#options;
    const records = calls[this.#call]!;
    this.#call = this.#call + 1 === calls.length ? 0 : this.#call + 1;
    this.#made += 1;
    return records;
  }

  /** Messages by partition that the topics hold, all together. */
  #held(): number[] {
    const held = Array.from({ length: this.#options.partitions }, () => 0);
    for (const name of this.#names) {
      for (const [partition, end] of this.#topics.endOffsets(name).entries()) {
        held[partition]! += end;
      }
    }
    return held;
  }
}

function folderOf({ folder }: TopicProducerOptions, generation: number): string {
  return join(folder, `topics-${generation}`);
}

async function createTopics(
  subject: StorageSubject,
  options: TopicProducerOptions,
  names: readonly string[],
  generation: number,
): Promise<StorageTopics> {
  const { durability, partitions } = options;
  const topics = await openTopics(subject, folderOf(options, generation), { durability });
  for (const name of names) await topics.createTopic(name, partitions);
  return topics;
}
