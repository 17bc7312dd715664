import { MessageReader } from '../protocol/reader.ts';

/**
 * Decodes pieces of a stream with the suite's reader and compares what they hold.
 * @throws {Error} naming the first difference; a FrameError for bytes that are no frames.
 */
export function expectMessages(
  pieces: readonly Uint8Array[],
  expected: readonly Uint8Array[],
): void {
  const received: Uint8Array[] = [];
  const reader = new MessageReader({
    message: (parts) => received.push(Buffer.concat(parts)),
  });
  for (const piece of pieces) reader.push(piece);
  reader.finish();
  expectEqual(received, expected);
}

/** @throws {Error} naming the first message that is missing or differs. */
export function expectEqual(
  received: readonly Uint8Array[],
  expected: readonly Uint8Array[],
): void {
  if (received.length !== expected.length) {
    throw new Error(`decoded ${received.length} messages of ${expected.length} written`);
  }
  for (const [index, message] of expected.entries()) {
    if (Buffer.compare(message, received[index]!) !== 0) {
      throw new Error(`message ${index} of ${message.length} bytes was decoded differently`);
    }
  }
}
