import fc from 'fast-check';
import { build } from 'hdr-histogram-js';
import { expect, it } from 'vitest';
import { LatencyRecorder } from './latency-recorder.ts';

const hour = 3_600_000_000;

function reference(values: readonly number[]) {
  const histogram = build({
    bitBucketSize: 64,
    lowestDiscernibleValue: 1,
    highestTrackableValue: 2 ** 32 - 1,
    numberOfSignificantValueDigits: 3,
  });
  for (const value of values) histogram.recordValue(value);
  return histogram;
}

const latencies = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 5000 }),
    fc.integer({ min: 0, max: hour }),
    fc.constantFrom(0, 1, 2047, 2048, 2049, 4095, 4096, 2 ** 31, 2 ** 32 - 1),
  ),
  { minLength: 1, maxLength: 200 },
);

it('gives the histogram that HdrHistogram would have recorded', () => {
  fc.assert(
    fc.property(latencies, (values) => {
      const recorder = new LatencyRecorder();
      for (const value of values) recorder.record(value);
      const histogram = recorder.toHistogram();
      const expected = reference(values);
      expect(histogram.totalCount).toBe(expected.totalCount);
      expect(histogram.maxValue).toBe(expected.maxValue);
      expect(histogram.mean).toBe(expected.mean);
      for (const percentile of [1, 25, 50, 90, 99, 99.9, 100]) {
        const value = expected.getValueAtPercentile(percentile);
        expect(histogram.getValueAtPercentile(percentile)).toBe(value);
        expect(recorder.percentile(percentile)).toBe(value);
      }
    }),
    { numRuns: 40 },
  );
});

it('adds up recorders, and is empty again when cleared', () => {
  fc.assert(
    fc.property(latencies, latencies, (some, others) => {
      const all = new LatencyRecorder();
      const part = new LatencyRecorder();
      for (const value of some) part.record(value);
      all.add(part);
      part.clear();
      expect(part.percentile(50)).toBeNull();
      for (const value of others) part.record(value);
      all.add(part);
      expect(part.toHistogram().toJSON()).toEqual(reference(others).toJSON());
      expect(all.toHistogram().toJSON()).toEqual(reference([...some, ...others]).toJSON());
    }),
    { numRuns: 20 },
  );
});

it('counts what is longer than 71 minutes there, and fractions as whole µs', () => {
  const recorder = new LatencyRecorder();
  recorder.record(2 ** 40);
  recorder.record(1.6);
  expect(recorder.toHistogram().maxValue).toBe(2 ** 32 - 1);
  expect(recorder.percentile(50)).toBe(2);
});

it('has no percentile without values', () => {
  expect(new LatencyRecorder().percentile(50)).toBeNull();
  expect(new LatencyRecorder().toHistogram().totalCount).toBe(0);
});
