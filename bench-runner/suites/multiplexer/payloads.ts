import type { AxisDefinition } from '../../define/axis.ts';
import type { ParameterValue } from '../../results/identifiers.ts';

/** The label on a size axis of messages whose sizes follow a log-normal distribution. */
export const mixed = 'log-normal';

/** Median, spread (standard deviation of the natural logarithm) and bounds of the mixed sizes, in bytes. */
const mixture = { median: 4096, spread: 1.5, smallest: 64, largest: 1024 * 1024, messages: 64 };

/** Distinct messages for a fixed size: enough that a small one is not always the same cache lines. */
const messagesOfSize = (size: number) => (size >= 1024 * 1024 ? 4 : 16);

/** A size axis with the values of each profile; `full` has every size of the suite by default. */
export function sizeAxis(
  quick: readonly ParameterValue[],
  standard: readonly ParameterValue[],
  full: readonly ParameterValue[] = [64, 1024, 8192, 65_536, 1_048_576, mixed],
): AxisDefinition {
  return { title: 'Message size', unit: 'B', quick, standard, full };
}

/**
 * Messages of random bytes for a value of a size axis. The mixed sizes are the quantiles of the
 * distribution at the middles of 64 equal shares, in seeded order: every trial has the same sizes,
 * so that a rare long message does not decide which trial is fast.
 * @throws {RangeError} for a value that is neither a positive whole number of bytes nor the label.
 */
export function payloads(size: ParameterValue | undefined, random: () => number): Buffer[] {
  if (size === mixed) return shuffled(mixedSizes(), random).map((bytes) => noise(bytes, random));
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) {
    throw new RangeError(`message size ${String(size)}: expected a number of bytes or "${mixed}"`);
  }
  return Array.from({ length: messagesOfSize(size) }, () => noise(size, random));
}

/** Mean length of messages, in bytes. */
export function meanBytes(messages: readonly Uint8Array[]): number {
  return messages.reduce((sum, message) => sum + message.length, 0) / messages.length;
}

/** Sizes of the mixture, ascending, in bytes. */
export function mixedSizes(): number[] {
  const { median, spread, smallest, largest, messages } = mixture;
  return Array.from({ length: messages }, (_, index) => {
    const size = median * Math.exp(spread * normalQuantile((index + 0.5) / messages));
    return Math.round(Math.min(largest, Math.max(smallest, size)));
  });
}

function noise(bytes: number, random: () => number): Buffer {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  for (let index = 0; index < words.length; index++) words[index] = random() * 2 ** 32;
  return Buffer.from(words.buffer, 0, bytes);
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}

/** Quantile of the standard normal distribution by bisection of its distribution function. */
function normalQuantile(probability: number): number {
  let low = -8;
  let high = 8;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalDistribution(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Abramowitz and Stegun, Handbook of Mathematical Functions, formula 7.1.26; error under 1.5e-7. */
function normalDistribution(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const error = 1 - series * Math.exp(-z * z);
  return x < 0 ? (1 - error) / 2 : (1 + error) / 2;
}
