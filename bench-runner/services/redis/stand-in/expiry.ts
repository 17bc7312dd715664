import { ReplyError } from './reply.ts';
import { integerOf } from './words.ts';

const units = {
  EX: { factor: 1000, absolute: false },
  PX: { factor: 1, absolute: false },
  EXAT: { factor: 1000, absolute: true },
  PXAT: { factor: 1, absolute: true },
} as const;
export type ExpiryUnit = keyof typeof units;

export const isExpiryUnit = (word: string): word is ExpiryUnit => Object.hasOwn(units, word);

/**
 * When a key expires that is given this time, in ms since the epoch.
 * @throws ReplyError if it is no whole number, or out of range; where `positive`, also below 1.
 */
export function expiryOf(
  unit: ExpiryUnit,
  word: Buffer | undefined,
  command: string,
  positive = true,
): number {
  const time = Number(integerOf(word));
  const { factor, absolute } = units[unit];
  const at = time * factor + (absolute ? 0 : Date.now());
  if ((positive && time <= 0) || !Number.isSafeInteger(at)) {
    throw new ReplyError(`ERR invalid expire time in '${command}' command`);
  }
  return at;
}
