import { mkdirSync } from 'node:fs';
import type { StorageOptions, StorageSubject, StorageTopics } from '../subject.ts';

/** Messages that a call produces, and that a fetch asks for at most. */
export const callMessages = 100;

/** @throws {TypeError} for a subject without topics. */
export async function openTopics(
  subject: StorageSubject,
  folder: string,
  options: StorageOptions,
): Promise<StorageTopics> {
  if (subject.openTopics === undefined) {
    throw new TypeError(
      'the subject exports no openTopics: leave it out of the scenario\'s "subjects", or name the scenario under "unsupported" in its subject.json',
    );
  }
  mkdirSync(folder, { recursive: true });
  return subject.openTopics(folder, options);
}

/**
 * Hands the messages of a partition from one offset up to another to `visit`.
 *
 * @throws {Error} naming the first offset that does not come when it is due.
 */
export async function visitRange(
  topics: StorageTopics,
  place: { topic: string; partition: number; from: number; to: number },
  visit: (value: Uint8Array | null, offset: number) => void,
): Promise<void> {
  const { topic, partition, from, to } = place;
  const where = `partition ${partition} of ${topic}`;
  let due = from;
  while (due < to) {
    const begin = due;
    const most = Math.min(callMessages, to - begin);
    const told = await topics.fetch(topic, partition, begin, most, (value, offset) => {
      if (offset !== due) throw new Error(`${where}: offset ${offset} came where ${due} was due`);
      visit(value, offset);
      due += 1;
    });
    const came = due - begin;
    if (came === 0) throw new Error(`${where}: offset ${begin} of ${to} was not delivered`);
    if (told !== came || came > most) {
      throw new Error(
        `${where}: a fetch of ${most} messages delivered ${came} and told of ${told}`,
      );
    }
  }
}
