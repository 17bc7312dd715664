import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import { describe, expect, it } from 'vitest';
import type { MeasuredCase, Trial } from '../../results/cases.ts';
import type { Sample } from '../../results/samples.ts';
import { medianInterval } from './median-interval.ts';
import { inverted, pairedRatio } from './paired-ratio.ts';

function measured(samples: Record<number, Sample>, control: Record<number, Sample> = {}) {
  const trials = (role: Trial['role'], of: Record<number, Sample>) =>
    Object.entries(of).map(([block, sample]) => ({
      block: Number(block),
      role,
      samples: { figure: sample },
    }));
  return {
    trials: [...trials('subject', samples), ...trials('control', control)],
  } as unknown as MeasuredCase;
}

const byBlock = (values: number[]) => ({ ...values });

describe('the interval of a median', () => {
  it('reaches from the smallest to the largest of six to eight values', () => {
    expect(medianInterval([5, 1, 6, 3, 2, 4])).toEqual({ median: 3.5, low: 1, high: 6, n: 6 });
    expect(medianInterval([1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ low: 1, high: 8 });
  });

  it.each([
    [9, 2, 8],
    [11, 2, 10],
    [12, 3, 10],
    [31, 10, 22],
  ])('is that of the published table for %i values', (n, low, high) => {
    const values = Array.from({ length: n }, (_, index) => index + 1);
    expect(medianInterval(values)).toMatchObject({ low, high });
  });

  it('has no bounds for five values and is nothing for none', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toEqual({ median: 3, low: null, high: null, n: 5 });
    expect(medianInterval([])).toBeUndefined();
  });
});

describe('a paired ratio', () => {
  it('divides trials of the same block, whatever drifted between blocks', () => {
    const of = measured(byBlock([20, 40, 60, 80, 100, 120]));
    const to = measured(byBlock([10, 20, 30, 40, 50, 60]));
    const expected = { ratio: 2, low: 2, high: 2, pairs: 6 };
    expect(pairedRatio(of, to, { metric: 'figure' })).toEqual(expected);
  });

  it('leaves out blocks that only one has, and control trials', () => {
    const of = measured({ 0: 4, 1: 8 }, { 2: 1000 });
    const to = measured({ 1: 2, 2: 5 });
    expect(pairedRatio(of, to, { metric: 'figure' })).toMatchObject({ ratio: 4, pairs: 1 });
  });

  it('is nothing where a figure is zero or missing', () => {
    const zero = measured(byBlock([1, 0]));
    const one = measured(byBlock([1, 1]));
    expect(pairedRatio(one, zero, { metric: 'figure' })).toBeUndefined();
    expect(pairedRatio(zero, one, { metric: 'figure' })).toBeUndefined();
    expect(pairedRatio(one, one, { metric: 'other' })).toBeUndefined();
  });

  it('takes the percentile of each trial of a latency', () => {
    const latency = (slowest: number): Sample => {
      const histogram = build();
      for (let value = 0; value < 90; value += 1) histogram.recordValue(100);
      for (let value = 0; value < 10; value += 1) histogram.recordValue(slowest);
      return { histogram: encodeIntoCompressedBase64(histogram), count: 100 };
    };
    const of = measured({ 0: latency(600) });
    const to = measured({ 0: latency(200) });
    const p95 = pairedRatio(of, to, { metric: 'figure', percentile: 95 });
    expect(p95?.ratio).toBeCloseTo(3, 2);
    expect(pairedRatio(of, to, { metric: 'figure' })?.ratio).toBe(1);
  });

  it('turns round with its bounds', () => {
    expect(inverted({ ratio: 2, low: 1, high: 4, pairs: 7 })).toEqual({
      ratio: 0.5,
      low: 0.25,
      high: 1,
      pairs: 7,
    });
    expect(inverted({ ratio: 2, low: null, high: null, pairs: 3 }).low).toBeNull();
  });
});
