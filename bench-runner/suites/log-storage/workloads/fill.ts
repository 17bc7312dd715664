import { mkdirSync } from 'node:fs';
import type { StorageLog, StorageOptions, StorageSubject } from '../subject.ts';
import type { LogValues } from './log-values.ts';

/** Messages whose acknowledgement is waited for together. */
const window = 100;

/** @throws {TypeError} for a subject that is no log. */
export async function openLog(
  subject: StorageSubject,
  folder: string,
  options: StorageOptions,
): Promise<StorageLog> {
  if (subject.open === undefined) {
    throw new TypeError(
      'the subject exports no `open`: leave it out of the scenario\'s "subjects", or name the scenario under "unsupported" in its subject.json',
    );
  }
  mkdirSync(folder, { recursive: true });
  return subject.open(folder, options);
}

export interface FillOptions {
  /** Messages appended at a time: 100 without it. */
  batch?: number;
  /** Gives a message its key; none has one without it. */
  keyOf?: (message: number) => Uint8Array;
}

/**
 * Appends messages to an empty log, so that message and offset are the same number.
 *
 * @throws {Error} if the subject counts offsets otherwise.
 */
export async function fill(
  log: StorageLog,
  values: LogValues,
  messages: number,
  { batch = window, keyOf }: FillOptions = {},
): Promise<void> {
  const step = Math.min(batch, values.together);
  // Values in flight must not take each other's memory.
  const appends = Math.max(1, Math.floor(Math.min(window, values.together) / step));
  let waiting: (number | Promise<number>)[] = [];
  let acknowledged = 0;
  for (let first = 0; first < messages; first += step) {
    const records = Array.from({ length: Math.min(step, messages - first) }, (_, index) => {
      const value = values.of(first + index);
      return keyOf ? { key: keyOf(first + index), value } : { value };
    });
    waiting.push(log.append(records));
    if (waiting.length < appends && first + step < messages) continue;
    for (const offset of await Promise.all(waiting)) {
      if (offset !== acknowledged) {
        throw new Error(`message ${acknowledged} was given offset ${offset}, not its own number`);
      }
      acknowledged += step;
    }
    waiting = [];
  }
}
