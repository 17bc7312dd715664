import { expect, it } from 'vitest';
import { LogValues } from './log-values.ts';

const pool = () => Array.from({ length: 4 }, () => new Uint8Array(100).fill(7));

it('gives no two messages and no two logs the same value', () => {
  const first = new LogValues(pool(), 1);
  const second = new LogValues(pool(), 2);
  const seen = new Set<string>();
  for (let message = 0; message < 50; message += 1) {
    seen.add(Buffer.from(first.of(message)).toString('hex'));
    seen.add(Buffer.from(second.of(message)).toString('hex'));
  }
  expect(seen.size).toBe(100);
});

it('tells another message, a shorter one and a withdrawn one from the one written', () => {
  const values = new LogValues(pool());
  const written = Uint8Array.from(values.of(9));
  expect(() => values.expect(9, written)).not.toThrow();
  expect(() => values.expect(13, written)).toThrow('offset 13 differs');
  expect(() => values.expect(9, written.subarray(0, 99))).toThrow('differs');
  expect(() => values.expect(9, null)).toThrow('differs');
});
