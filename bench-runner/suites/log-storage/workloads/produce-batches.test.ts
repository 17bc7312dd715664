import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchesOf } from './produce-batches.ts';

it('gives messages the values in turn, across batches and around their end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 50 }),
      (count, batch) => {
        const values = Array.from({ length: count }, (_, index) => Uint8Array.of(index));
        const batches = batchesOf(values, batch);
        const messages = [...batches, ...batches].flat();
        for (const [index, { value }] of messages.entries())
          expect(value).toBe(values[index % count]);
        for (const one of batches) expect(one).toHaveLength(batch);
      },
    ),
  );
});
