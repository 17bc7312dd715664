/**
 * The wire format. A message travels as one `start` frame, any number of `data` frames and one
 * `end` frame, all with the same frame id; `abort` in place of `end` withdraws it. Frames of
 * different messages may be interleaved in any way.
 *
 * A frame is a header of 9 bytes and its payload. The header holds, big-endian: the type (1 byte),
 * the frame id (4 bytes, unsigned) and the length of the payload in bytes (4 bytes, unsigned).
 *
 * Only `data` carries a payload. `start` deliberately holds no total length: a writer may begin a
 * message before it knows how long it will be, and a reader that trusted such a figure would let
 * 13 bytes on the wire reserve 10 MB. An id may be used anew once its message has ended.
 */
export const frameTypes = { start: 1, data: 2, end: 3, abort: 4 } as const;
export type FrameType = (typeof frameTypes)[keyof typeof frameTypes];

/** Bytes of a frame's header. */
export const headerBytes = 9;

/** Longest payload of a frame, and longest message, in bytes: 10 MiB. */
export const maximumLength = 10 * 1024 * 1024;

/** Writes a header of 9 bytes into `target` at `offset` and returns the offset behind it. */
export function writeHeader(
  target: Uint8Array,
  offset: number,
  type: FrameType,
  id: number,
  length: number,
): number {
  target[offset] = type;
  target[offset + 1] = id >>> 24;
  target[offset + 2] = id >>> 16;
  target[offset + 3] = id >>> 8;
  target[offset + 4] = id;
  target[offset + 5] = length >>> 24;
  target[offset + 6] = length >>> 16;
  target[offset + 7] = length >>> 8;
  target[offset + 8] = length;
  return offset + headerBytes;
}

/** Reads an unsigned 32-bit integer, big-endian. */
export function readUint32(source: Uint8Array, offset: number): number {
  return (
    ((source[offset]! << 24) |
      (source[offset + 1]! << 16) |
      (source[offset + 2]! << 8) |
      source[offset + 3]!) >>>
    0
  );
}
