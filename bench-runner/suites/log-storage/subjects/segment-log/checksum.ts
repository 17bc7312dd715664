import { crc32c } from 'aws-crt/dist/native/checksums.js';

/** CRC-32C of the bytes of `memory` from `start` to before `end`. */
export function checksumOf(memory: ArrayBuffer, start: number, end: number): number {
  return crc32c(new Uint8Array(memory, start, end - start), 0);
}
