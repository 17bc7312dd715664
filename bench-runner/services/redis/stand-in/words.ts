import type { CommandContext } from './command.ts';
import { ReplyError } from './reply.ts';

/** A key, or any other bytes, as a text with one character a byte. */
export const bytesOf = (word: Buffer | undefined) => word?.toString('latin1') ?? '';

/** An option or subcommand, which may be written in any case. */
export const keyword = (word: Buffer | undefined) => bytesOf(word).toUpperCase();

const largest = 2n ** 63n - 1n;

/** A whole number of 64 bits, as Redis reads it. @throws ReplyError if it is none. */
export function integerOf(word: Buffer | undefined): bigint {
  const text = bytesOf(word);
  const number = /^(?:0|-?[1-9]\d{0,18})$/.test(text) ? BigInt(text) : undefined;
  if (number === undefined || number > largest || number < -largest - 1n) {
    throw new ReplyError('ERR value is not an integer or out of range');
  }
  return number;
}

/** A sum that fits into 64 bits. @throws ReplyError if it does not. */
export function checkedSum(a: bigint, b: bigint): bigint {
  const sum = a + b;
  if (sum > largest || sum < -largest - 1n) {
    throw new ReplyError('ERR increment or decrement would overflow');
  }
  return sum;
}

/** Looks a key up for reading: `INFO` counts hits and misses. */
export function lookUp({ keys, store }: CommandContext, word: Buffer | undefined): Buffer | null {
  const value = keys.get(bytesOf(word)) ?? null;
  if (value === null) store.keyMisses += 1;
  else store.keyHits += 1;
  return value;
}

export const syntaxError = () => new ReplyError('ERR syntax error');
