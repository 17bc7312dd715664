import { createHash, randomBytes } from 'node:crypto';
import type { BatchBuffer } from './record-batch.ts';

/** Longer keys are kept as the first 16 bytes of their SHA-256. */
const longestKeptKey = 24;
const digestBytes = 16;
/** Length that stands before a digest, so that it equals no key. */
const digestMark = 255;

/**
 * The set of keys a compaction has seen. Keys of up to 24 bytes are compared byte by byte, longer
 * ones by 128 bits of SHA-256; both lie one after the other in one piece of memory, with an open
 * hash table over them (linear probing, at most 70 % full).
 */
export class KeySet {
  #arena = Buffer.allocUnsafeSlow(1 << 16);
  #arenaView = viewOf(this.#arena);
  #arenaEnd = 1;
  #hashes = new Uint32Array(1 << 10);
  /** Place of the key in the arena; 0 where the slot is free. */
  #places = new Uint32Array(1 << 10);
  #count = 0;
  #peakBytes = 0;
  /** Makes the hash unforeseeable: keys chosen to collide would make a compaction slow. */
  readonly #seed = randomBytes(4).readUInt32LE();

  get size(): number {
    return this.#count;
  }

  /** Memory at its largest, in bytes, with the tables that growing held at once. */
  get peakBytes(): number {
    return Math.max(this.#peakBytes, this.#bytes());
  }

  /** Adds the key in the buffer from `start` on; false where the set had it. */
  add({ bytes, view }: BatchBuffer, start: number, length: number): boolean {
    if (length > longestKeptKey) {
      const digest = createHash('sha256')
        .update(bytes.subarray(start, start + length))
        .digest();
      return this.#addKept(viewOf(digest), 0, digestBytes, digestMark);
    }
    return this.#addKept(view, start, length, length);
  }

  #addKept(view: DataView, start: number, length: number, mark: number): boolean {
    const hash = hashOf(view, start, length, this.#seed ^ mark);
    const mask = this.#places.length - 1;
    let slot = hash & mask;
    for (let place = this.#places[slot]!; place !== 0; place = this.#places[slot]!) {
      if (this.#hashes[slot] === hash && this.#isAt(place, view, start, length, mark)) return false;
      slot = (slot + 1) & mask;
    }
    this.#hashes[slot] = hash;
    this.#places[slot] = this.#keep(view, start, length, mark);
    this.#count += 1;
    if (this.#count > 0.7 * this.#places.length) this.#grow();
    return true;
  }

  #isAt(place: number, view: DataView, start: number, length: number, mark: number): boolean {
    const arena = this.#arenaView;
    if (arena.getUint8(place) !== mark) return false;
    let index = 0;
    for (; index + 4 <= length; index += 4) {
      if (arena.getInt32(place + 1 + index) !== view.getInt32(start + index)) return false;
    }
    for (; index < length; index += 1) {
      if (arena.getUint8(place + 1 + index) !== view.getUint8(start + index)) return false;
    }
    return true;
  }

  #keep(view: DataView, start: number, length: number, mark: number): number {
    const place = this.#arenaEnd;
    if (place + 1 + length > this.#arena.length) {
      // A quarter more: doubling would hold three times what is needed for a moment.
      const grown = Buffer.allocUnsafeSlow(Math.ceil(1.25 * (this.#arena.length + length)));
      this.#arena.copy(grown, 0, 0, place);
      this.#peakBytes = Math.max(this.#peakBytes, this.#bytes() + grown.length);
      this.#arena = grown;
      this.#arenaView = viewOf(grown);
    }
    const arena = this.#arenaView;
    arena.setUint8(place, mark);
    for (let index = 0; index < length; index += 1) {
      arena.setUint8(place + 1 + index, view.getUint8(start + index));
    }
    this.#arenaEnd = place + 1 + length;
    return place;
  }

  #grow(): void {
    const hashes = new Uint32Array(2 * this.#hashes.length);
    const places = new Uint32Array(2 * this.#places.length);
    this.#peakBytes = Math.max(
      this.#peakBytes,
      this.#bytes() + hashes.byteLength + places.byteLength,
    );
    const mask = places.length - 1;
    for (let old = 0; old < this.#places.length; old += 1) {
      const place = this.#places[old]!;
      if (place === 0) continue;
      let slot = this.#hashes[old]! & mask;
      while (places[slot] !== 0) slot = (slot + 1) & mask;
      hashes[slot] = this.#hashes[old]!;
      places[slot] = place;
    }
    this.#hashes = hashes;
    this.#places = places;
  }

  #bytes(): number {
    return this.#arena.length + this.#hashes.byteLength + this.#places.byteLength;
  }
}

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}

/** MurmurHash3 (x86, 32 bit) by Austin Appleby, public domain; bytes that are left count singly. */
function hashOf(view: DataView, start: number, length: number, seed: number): number {
  let hash = seed;
  let at = start;
  const end = start + length;
  for (; at + 4 <= end; at += 4) hash = mix(hash, view.getInt32(at, true));
  for (; at < end; at += 1) hash = mix(hash, view.getUint8(at));
  hash ^= length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mix(hash: number, word: number): number {
  let scrambled = Math.imul(word, 0xcc9e2d51);
  scrambled = (scrambled << 15) | (scrambled >>> 17);
  const mixed = hash ^ Math.imul(scrambled, 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}
