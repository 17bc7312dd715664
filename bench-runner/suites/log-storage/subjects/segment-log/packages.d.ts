/** The part of the package that is used; it is installed in this folder only. */
declare module '@node-rs/crc32' {
  /** CRC-32C (Castagnoli) of the bytes, going on from an earlier one if given. */
  export function crc32c(input: Uint8Array, initialState?: number): number;
}
