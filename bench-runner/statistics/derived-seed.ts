/**
 * A seed of its own for each random choice of a run, from the run's seed and a name for the
 * choice, so that adding a choice changes no other: FNV-1a over the UTF-8 of `seed/name`.
 *
 * Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash
 * Algorithm", IETF draft-eastlake-fnv.
 */
export function derivedSeed(seed: number, name: string): number {
  return fnv1a(`${seed}/${name}`);
}

/** 32-bit FNV-1a of a text in UTF-8. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
