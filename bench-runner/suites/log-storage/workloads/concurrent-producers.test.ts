import fc from 'fast-check';
import { expect, it } from 'vitest';
import { share } from './concurrent-producers.ts';

it('divides operations among producers, none having more than one beyond another', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 8 }), (count, producers) => {
      const shares = Array.from({ length: producers }, (_, index) =>
        share(count, producers, index),
      );
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(count);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
  );
});
