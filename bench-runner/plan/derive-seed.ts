/**
 * A 32-bit seed for one purpose of a run, from the run's seed and the purpose's name, so that
 * adding a random choice does not change the others. FNV-1a (Fowler, Noll, Vo; RFC 9923).
 *
 * @param seed The run's seed, an unsigned 32-bit integer.
 * @param purpose For example a case's key and a block.
 */
export function deriveSeed(seed: number, purpose: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seed}/${purpose}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}
