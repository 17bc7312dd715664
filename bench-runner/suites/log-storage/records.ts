/**
 * Values of random bytes: enough distinct ones that no processor cache holds a favourite, in at
 * most 4 MB.
 *
 * @param bytes Length of each value, in bytes.
 * @param random Uniform in [0, 1).
 */
export function randomValues(bytes: number, random: () => number): Uint8Array[] {
  const count = Math.max(4, Math.min(256, Math.floor(4_000_000 / bytes)));
  return Array.from({ length: count }, () => {
    const value = new Uint8Array(bytes);
    for (let index = 0; index < bytes; index += 1) value[index] = random() * 256;
    return value;
  });
}

/** A key of 16 bytes for a number from 0 to 2^53 - 1, as services name their records. */
export function keyOf(number: number): Uint8Array {
  return new TextEncoder().encode(`key-${number.toString(36).padStart(12, '0')}`);
}
