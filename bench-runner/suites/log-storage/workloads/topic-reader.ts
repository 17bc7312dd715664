import type { StorageTopics } from '../subject.ts';
import type { LogValues } from './log-values.ts';
import { messageAt, messagesOf, type TopicContents } from './topic-contents.ts';
import { callMessages, visitRange } from './topics.ts';

/** What a reader fetches. */
export interface TopicReaderOptions {
  topic: string;
  /** Those that are fetched; each has messages. */
  partitions: readonly number[];
  contents: TopicContents;
  values: LogValues;
}

interface Place {
  partition: number;
  /** Offset that is fetched next. */
  next: number;
  end: number;
}

/** Fetches partitions of a topic in turn, each from its beginning to its end and again. */
export class TopicReader {
  readonly #topics: StorageTopics;
  readonly #options: TopicReaderOptions;
  readonly #places: readonly Place[];
  #turn = 0;
  #due = 0;
  #delivered = 0;
  #bytes = 0;

  constructor(topics: StorageTopics, options: TopicReaderOptions) {
    this.#topics = topics;
    this.#options = options;
    this.#places = options.partitions.map((partition) => ({
      partition,
      next: 0,
      end: messagesOf(options.contents, partition),
    }));
  }

  #visit = (value: Uint8Array | null) => {
    this.#delivered += 1;
    this.#bytes += value?.length ?? 0;
  };

  /**
   * Fetches as many messages, `callMessages` at a time. What the last fetch delivers beyond the
   * count counts for the next call.
   */
  async fetch(count: number): Promise<void> {
    const { topic } = this.#options;
    this.#due += count;
    while (this.#due > 0) {
      const place = this.#places[this.#turn]!;
      const { partition, next, end } = place;
      const answer = this.#topics.fetch(topic, partition, next, callMessages, this.#visit);
      const fetched = typeof answer === 'number' ? answer : await answer;
      if (fetched === 0) {
        throw new Error(`partition ${partition}: offset ${next} of ${end} was not delivered`);
      }
      this.#due -= fetched;
      place.next = next + fetched < end ? next + fetched : 0;
      this.#turn = this.#turn + 1 === this.#places.length ? 0 : this.#turn + 1;
    }
  }

  /** @throws {Error} if what was delivered so far has another length, or a partition other bytes. */
  async check(): Promise<void> {
    const { topic, contents, values } = this.#options;
    if (this.#bytes !== this.#delivered * values.bytes) {
      throw new Error(
        `${this.#delivered} messages of ${values.bytes} bytes came as ${this.#bytes} bytes`,
      );
    }
    for (const { partition, end } of this.#places) {
      await visitRange(this.#topics, { topic, partition, from: 0, to: end }, (value, offset) =>
        values.expect(messageAt(contents, partition, offset), value),
      );
      const beyond = await this.#topics.fetch(topic, partition, end, 1, () => {});
      if (beyond !== 0)
        throw new Error(`partition ${partition} has messages beyond its end, ${end}`);
    }
  }
}
