import { readSync } from 'node:fs';
import { xorshift32 } from './xorshift.ts';

/** About as many bytes as stay in a second-level cache: the reference is an upper bound. */
const usualBytes = 256 * 1024;

/**
 * What files hold, over and over: whole pieces of pseudo-random bytes, at least two of them, so
 * that a piece at a wrong position is found out.
 */
export function fillingOf(pieceBytes: number): Uint8Array {
  const pieces = Math.max(2, Math.floor(usualBytes / pieceBytes));
  const filling = new Uint8Array(pieces * pieceBytes);
  let state = 1;
  for (let index = 0; index < filling.length; index += 1) {
    state = xorshift32(state);
    filling[index] = state >>> 24;
  }
  return filling;
}

/**
 * Reads a piece and compares it with the filling.
 *
 * @param into As long as the piece; holds it afterwards.
 * @throws Error with the position of a piece that is not what it should be.
 */
export function expectPiece(
  descriptor: number,
  position: number,
  filling: Uint8Array,
  into: Uint8Array,
): void {
  const read = readSync(descriptor, into, 0, into.length, position);
  if (read !== into.length) {
    throw new Error(`at byte ${position} the file holds ${read} of ${into.length} bytes`);
  }
  expectFilling(into, position, filling);
}

/** @throws Error if the bytes are not those that stand at the position. */
export function expectFilling(bytes: Uint8Array, position: number, filling: Uint8Array): void {
  const from = position % filling.length;
  if (Buffer.compare(bytes, filling.subarray(from, from + bytes.length)) !== 0) {
    throw new Error(`the ${bytes.length} bytes at ${position} differ from what was written there`);
  }
}
