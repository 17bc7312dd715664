import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { scaleDocument } from '../benchmarks/site-scale/document.ts';
import { accepts } from './accept.ts';
import { ResultDocument } from './schema.ts';
import { exampleDocument } from './testing/example-document.ts';

const accepted = accepts(ResultDocument);

/** Something of JSON that stands nowhere in a valid document, or stands elsewhere. */
const odd = fc.oneof(
  fc.constantFrom(null, '', -1, 0, 0.5, 1e300, '\u0007', '\ud800', 'constructor', {}, [], true),
  fc.constantFrom({ kind: 'text', text: 'a' }, { kind: 'rank' }, [{}], ['few-trials'], 'a b'),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Puts a value somewhere into data, takes a field out, or adds one. */
function damage(data: unknown, steps: readonly number[], value: unknown, how: string): void {
  let at: unknown = data;
  for (const [depth, step] of steps.entries()) {
    if (typeof at !== 'object' || at === null) return;
    const keys = Object.keys(at);
    const key = keys[step % Math.max(keys.length, 1)];
    const inner: unknown = key === undefined ? undefined : Reflect.get(at, key);
    const last = depth === steps.length - 1 || typeof inner !== 'object' || inner === null;
    if (!last) {
      at = inner;
      continue;
    }
    if (how === 'add') Reflect.set(at, 'added', value);
    else if (key === undefined) return;
    else if (how === 'remove') Reflect.deleteProperty(at, key);
    else Reflect.set(at, key, value);
    return;
  }
}

describe('a quick look at a document', () => {
  it('takes documents that are valid and complete', () => {
    expect(accepted(exampleDocument())).toBe(true);
    const size = { scenarios: 2, tables: 2, rows: 3, trials: 2 };
    expect(accepted(scaleDocument({ ...size, suite: 'suite', day: 1 }))).toBe(true);
  });

  it('takes nothing that the schema refuses, or would change', () => {
    const damages = fc.array(
      fc.record({
        steps: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        value: odd,
        how: fc.constantFrom('put', 'put', 'remove', 'add'),
      }),
      { minLength: 1, maxLength: 2 },
    );
    let taken = 0;
    fc.assert(
      fc.property(damages, (list) => {
        const data: unknown = JSON.parse(JSON.stringify(exampleDocument()));
        for (const { steps, value, how } of list) damage(data, steps, value, how);
        if (!accepted(data)) return;
        taken += 1;
        const parsed = ResultDocument.safeParse(data);
        expect(parsed.error?.issues).toBeUndefined();
        expect(JSON.stringify(parsed.data) === JSON.stringify(data)).toBe(true);
      }),
      { numRuns: 500 },
    );
    // Some damage does none: without any the test would show nothing of what is taken.
    expect(taken).toBeGreaterThan(0);
  }, 60_000);

  it('leaves to the schema what it does not know, and what it would change', () => {
    const data = { a: 'x' };
    const transformed = z.strictObject({ a: z.string().transform((text) => text.length) });
    expect(accepts(transformed)(data)).toBe(false);
    expect(accepts(z.object({}))(data)).toBe(false);
    expect(accepts(z.strictObject({ a: z.string(), b: z.string().default('') }))(data)).toBe(false);
    expect(accepts(z.strictObject({ a: z.string().toUpperCase() }))(data)).toBe(false);
    expect(accepts(z.map(z.string(), z.string()))(new Map([['a', 'b']]))).toBe(false);
    expect(accepts(z.strictObject({ a: z.string() }).refine(() => false))(data)).toBe(false);
    expect(accepts(z.array(z.number().multipleOf(2)))([2, 3])).toBe(false);
    expect(accepts(z.array(z.number()).length(2))([2, 3])).toBe(false);
  });
});
