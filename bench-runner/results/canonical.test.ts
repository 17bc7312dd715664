import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

describe('canonicalJson', () => {
  it('gives the example of RFC 8785, section 3.2.2', () => {
    const data = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(data)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units, as section 3.2.3 asks', () => {
    const data = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(data)))).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('refuses what has no JSON form', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const data of [undefined, Number.NaN, [Number.POSITIVE_INFINITY], { a: Number.NaN }]) {
      expect(() => canonicalJson(data)).toThrow(TypeError);
    }
    for (const data of [1n, Symbol('s'), () => 1, cycle]) {
      expect(() => canonicalJson({ data })).toThrow(TypeError);
    }
  });

  it('leaves out of objects what is undefined, and gives null for it in lists', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, null] })).toBe('{"a":[null,null]}');
  });

  it('gives what an independent implementation of RFC 8785 gives, for any data', () => {
    // Few different keys, so that objects of the same and of mixed-up layouts meet.
    const key = fc.oneof(
      fc.constantFrom('a', 'b', 'ab', '1', '10', '9', '__proto__', 'toString', '', '"', '\u20ac'),
      fc.string({ unit: 'grapheme' }),
    );
    const { data: anything } = fc.letrec<{ data: unknown }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'binary-ascii' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.constantFrom(null, true, false, undefined, -0),
        fc.array(tie('data'), { maxLength: 5 }),
        fc.dictionary(key, tie('data'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(
        anything.filter((data) => data !== undefined),
        (data) => {
          expect(canonicalJson(data)).toBe(canonicalize(data));
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  it('takes keys of one length and beginning apart, whatever it met before', () => {
    for (const keys of ['ax ay az', 'az ay ax', 'ay ax az', 'ax ay aw', 'ax ay az']) {
      const data = Object.fromEntries(keys.split(' ').map((name, index) => [name, index]));
      expect(canonicalJson(data)).toBe(canonicalize(data));
    }
  });

  it('refuses lone surrogates, and takes text that only spells one out', () => {
    for (const text of ['\ud800', 'a\udfffb', '\\\ud800', '\ude00\ud83d']) {
      expect(() => canonicalJson({ text })).toThrow(/surrogate/);
      expect(() => canonicalJson({ [text]: 1 })).toThrow(/surrogate/);
    }
    expect(canonicalJson('\\ud800')).toBe('"\\\\ud800"');
    expect(canonicalJson('😀')).toBe('"😀"');
  });

  it('is the same for the same data, whatever the order of keys, and reads back as it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (data) => {
        const text = canonicalJson(data);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(data))).toBe(text);
        expect(text).toBe(canonicalJson(JSON.parse(JSON.stringify(data, null, 2))));
      }),
      { numRuns: 200 },
    );
  });

  it('differs for different data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
      }),
      { numRuns: 200 },
    );
  });
});

function reversed(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reversed);
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).reverse();
  return Object.fromEntries(entries.map(([key, value]) => [key, reversed(value)]));
}

function sorted(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sorted);
  if (typeof data !== 'object' || data === null) return data;
  const keys = Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { keys: keys.map(([key, value]) => [key, sorted(value)]) };
}
