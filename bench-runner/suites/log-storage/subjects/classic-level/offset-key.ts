/** Eight bytes that sort as their offset does. */
export function offsetKey(offset: number): Buffer {
  const key = Buffer.allocUnsafe(8);
  key.writeUInt32BE(Math.floor(offset / 2 ** 32), 0);
  key.writeUInt32BE(offset >>> 0, 4);
  return key;
}

/** The offset of such a key. */
export function keyOffset(key: Buffer): number {
  return key.readUInt32BE(0) * 2 ** 32 + key.readUInt32BE(4);
}
