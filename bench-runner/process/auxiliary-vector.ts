const pageSizeKey = 6n;
const clockTickKey = 17n;

/**
 * Units that `/proc` counts in, from `/proc/self/auxv` (pairs of 64-bit words, see getauxval(3)).
 * Where the vector is missing or short: 100 ticks a second and pages of 4,096 bytes.
 */
export function parseAuxiliaryVector(vector: Buffer): {
  ticksPerSecond: number;
  pageBytes: number;
} {
  const values = new Map<bigint, number>();
  for (let offset = 0; offset + 16 <= vector.length; offset += 16) {
    values.set(vector.readBigUInt64LE(offset), Number(vector.readBigUInt64LE(offset + 8)));
  }
  return {
    ticksPerSecond: values.get(clockTickKey) || 100,
    pageBytes: values.get(pageSizeKey) || 4096,
  };
}
