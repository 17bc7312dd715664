import { describe, expect, it } from 'vitest';
import { SparseIndex } from './sparse-index.ts';
import { between, seededRandom } from './testing/random.ts';

interface Entry {
  offset: number;
  position: number;
}

/** What the index is asked for, found by looking at every entry. */
function expectedRange(entries: readonly Entry[], offset: number, count: number) {
  const first = entries.findLastIndex((entry) => entry.offset <= offset);
  const behind = entries.findIndex((entry) => entry.offset >= offset + count);
  const next = Math.max(behind, first + 1);
  return {
    start: entries[first]?.position ?? 0,
    end: behind < 0 ? undefined : entries[next]?.position,
  };
}

describe('an index of batches', () => {
  // Evenly spread batches are found by calculation, others by steps from there.
  it.each([
    ['of one size', () => 1],
    ['of sizes far apart', (random: () => number) => between(random, 1, 3) ** 9],
    ['a few at first, many later', (_: () => number, place: number) => 1 + place ** 2],
    ['many at first, a few later', (_: () => number, place: number) => 90_000 - 300 * place],
  ])('finds what a look at every entry finds, with batches %s', (_, records) => {
    const random = seededRandom(7);
    for (const count of [0, 1, 2, 3, 64, 65, 300]) {
      const index = new SparseIndex(1);
      const entries: Entry[] = [];
      let offset = 0;
      for (let place = 0; place < count; place += 1) {
        const position = 100 * place;
        index.add(offset, position, Number.NEGATIVE_INFINITY);
        entries.push({ offset, position });
        offset += records(random, place);
      }
      for (let turn = 0; turn < 2_000; turn += 1) {
        const wanted = between(random, 0, offset);
        const most = between(random, 1, 1 + between(random, 0, offset));
        expect(index.range(wanted, most), `${most} from ${wanted} of ${count}`).toEqual(
          expectedRange(entries, wanted, most),
        );
        const position = between(random, 0, 100 * count);
        const before = entries.findLast((entry) => entry.position <= position);
        expect(index.boundaryBefore(position)).toBe(before?.position ?? 0);
      }
    }
  });
});
