import { describe, expect, it } from 'vitest';
import { formatBytes, formatCell, formatNumber, formatParameters, formatValue } from './format.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [5, '5'],
    [67.31, '67.31'],
    [67.3149, '67.31'],
    [104.1, '104.1'],
    [73.4, '73.4'],
    [100, '100'],
    [999.96, '1,000'],
    [1988, '1,988'],
    [43009.4, '43,009'],
    [99_999.9, '100,000'],
    [1_234_567, '1,235,000'],
    [-1234.5, '-1,235'],
    [0.09123, '0.09123'],
    [0.000_123_456, '0.0001235'],
    [0.000_012_345_6, '1.235e-5'],
    [1e15, '1e15'],
    [Number.MAX_VALUE, '1.798e308'],
    [Number.MIN_VALUE, '4.941e-324'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [64, '64 B'],
    [1000, '1,000 B'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [65_536, '64 KB'],
    [1_048_576, '1 MB'],
    [1_234_567, '1.18 MB'],
    [8_589_934_592, '8 GB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatValue', () => {
  it('puts the unit behind the number', () => {
    expect(formatValue(1822, 'ns/op')).toBe('1,822 ns/op');
    expect(formatValue(65_536, 'B')).toBe('64 KB');
    expect(formatValue(2, null)).toBe('2');
  });
});

describe('formatCell', () => {
  it('writes the interval in two digits of its width', () => {
    const cell = { kind: 'value', value: 67.3123, low: 65.12, high: 69.84, n: 12, caveats: [] };
    expect(formatCell({ ...cell, kind: 'value' })).toEqual({
      text: '67.3',
      interval: '65.1 to 69.8',
      n: 'n = 12',
      note: null,
    });
  });

  it('keeps whole numbers whole up to 100,000 and rounds them to four digits above', () => {
    expect(
      formatCell({ kind: 'value', value: 1988, low: 1903, high: 2107, n: 5, caveats: [] }),
    ).toMatchObject({ text: '1,988', interval: '1,903 to 2,107' });
    expect(
      formatCell({
        kind: 'value',
        value: 1_234_567,
        low: 1_203_333,
        high: 1_299_999,
        n: 5,
        caveats: [],
      }),
    ).toMatchObject({ text: '1,235,000', interval: '1,203,000 to 1,300,000' });
  });

  it('never shows more than four digits, however narrow the interval', () => {
    expect(
      formatCell({ kind: 'value', value: 67.3123, low: 67.3122, high: 67.3124, n: 5, caveats: [] }),
    ).toMatchObject({ text: '67.31', interval: '67.31 to 67.31' });
  });

  it('writes a value without interval by its number alone', () => {
    expect(
      formatCell({ kind: 'value', value: 16_506, low: null, high: null, n: 1, caveats: [] }),
    ).toMatchObject({ text: '16,506', interval: null, n: 'n = 1' });
  });

  it.each([
    [1, null, null, '1.00×', null],
    [1.337, 1.31, 1.38, '1.337×', '1.310× to 1.380×'],
    [1.337, 1.11, 1.58, '1.34×', '1.11× to 1.58×'],
    [1.337, 0.9, 2.9, '1.34×', '0.90× to 2.90×'],
    [12.34, 11.1, 14.2, '12.3×', '11.1× to 14.2×'],
    [0.0923, 0.08, 0.11, '0.092×', '0.080× to 0.110×'],
    [0.0041, null, null, '0.00410×', null],
    [139.2, 120, 160, '139×', '120× to 160×'],
  ])('writes the ratio %d as it can be read', (value, low, high, text, interval) => {
    const cell = { kind: 'ratio', value, low, high, n: 9, verdict: 'better', caveats: [] } as const;
    expect(formatCell({ ...cell, caveats: [] })).toEqual({
      text,
      interval,
      n: 'n = 9',
      note: null,
    });
  });

  it('marks ties in ranks', () => {
    expect(formatCell({ kind: 'rank', rank: 2, tied: true }).text).toBe('2=');
    expect(formatCell({ kind: 'rank', rank: 1, tied: false }).text).toBe('1');
  });

  it('keeps the reason of what is absent and the source of what others published', () => {
    expect(formatCell({ kind: 'absent', reason: 'go is not on the PATH' })).toEqual({
      text: '–',
      interval: null,
      n: null,
      note: 'go is not on the PATH',
    });
    expect(formatCell({ kind: 'reference', value: 67.31, source: 'Go' })).toEqual({
      text: '67.31',
      interval: null,
      n: null,
      note: 'published: Go',
    });
  });

  it('leaves text as typed', () => {
    expect(formatCell({ kind: 'text', text: '{x} | `y`' }).text).toBe('{x} | `y`');
  });
});

describe('formatParameters', () => {
  const axes = [
    { id: 'size', title: 'Message size', unit: 'B', values: [1024, 65_536, 'log-normal'] },
    { id: 'streams', title: 'Streams', unit: null, values: [1, 8] },
  ];

  it('follows the order of the axes and writes bytes for people', () => {
    expect(formatParameters({ streams: 8, size: 65_536 }, axes)).toBe(
      'message size 64 KB, streams 8',
    );
  });

  it('leaves labels without a unit and abbreviations in capitals', () => {
    expect(formatParameters({ size: 'log-normal' }, axes)).toBe('message size log-normal');
    expect(
      formatParameters({ cpu: 2 }, [{ id: 'cpu', title: 'CPU limit', unit: 'cores', values: [2] }]),
    ).toBe('CPU limit 2 cores');
  });

  it('names a parameter that no axis declares by its id', () => {
    expect(formatParameters({ depth: 3 }, axes)).toBe('depth 3');
    expect(formatParameters({}, axes)).toBe('');
  });
});
