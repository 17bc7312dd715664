/** The part of the package that is used; it is installed in this folder only. */
declare module 'aws-crt/dist/native/checksums.js' {
  /** CRC-32C (Castagnoli) of the bytes, going on from an earlier one. */
  export function crc32c(data: Uint8Array, previous: number): number;
}
