import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inexactLine } from './inexact-line.ts';

describe('inexactLine', () => {
  it('finds a digit that a program does not read', () => {
    expect(inexactLine('{"a":0.30000000000000004}')).toBeNull();
    expect(inexactLine('{\n "a":0.30000000000000003\n}')).toBe(2);
    expect(inexactLine('[1,\n2,\n3.0]')).toBe(3);
    expect(inexactLine('[9007199254740993]')).toBe(1);
  });

  it('finds a key given twice', () => {
    expect(inexactLine('{\n "a": 1,\n "a": 2\n}')).toBe(2);
    expect(inexactLine('{\n "a": 1,\n "b": 1,\n "a": 1\n}')).not.toBeNull();
  });

  it('lets strings be escaped and white space stand as they like', () => {
    expect(inexactLine('{ "\\u00e9" :\r\n\t"1.0 \\" \\\\" , "b": [ ] }')).toBeNull();
  });

  it('accepts all that is written by JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), fc.nat(4), (data, indent) => {
        expect(inexactLine(JSON.stringify(data, null, indent))).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
