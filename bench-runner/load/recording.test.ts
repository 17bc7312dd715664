import { expect, it } from 'vitest';
import { Recording } from './recording.ts';

it('adds up the time in flight, so that Little’s law can be checked', () => {
  const recording = new Recording(1000, 10, () => 2);
  // Request a: 1000 to 1004 ms. Request b: due at 1001, noticed at 1002, to 1008 ms.
  recording.begun(1000, 1000);
  recording.begun(1001, 1002);
  recording.answered('a', 1000, 1004);
  recording.answered('b', 1001, 1008);
  // 4 + 7 ms in 10 ms: as many as 2 answers of 5.5 ms each.
  expect(recording.meanInFlight(1010)).toBeCloseTo(1.1, 9);
  const { latency, latencies } = recording.histograms();
  expect(Math.abs(latency.mean - 5500)).toBeLessThan(5);
  expect(latencies.b?.maxValue).toBe(7000);
  expect(recording.requests).toBe(2);
});

it('takes back the time of what is cut off at the end, and keeps that of what is late', () => {
  const recording = new Recording(0, 10, () => 1);
  recording.begun(2, 2);
  recording.begun(4, 4);
  recording.cut(2, 10);
  recording.late('a', 4, 10);
  expect(recording.meanInFlight(10)).toBeCloseTo(0.6, 9);
  expect(recording.requests).toBe(0);
  expect(recording.histograms().latencies.a?.totalCount).toBe(1);
  expect(recording.histograms().iterationLatency.totalCount).toBe(1);
});

it('keeps errors by kind, out of the latencies', () => {
  const recording = new Recording(0, 10, () => 1);
  for (const kind of ['timeout', 'status-500', 'timeout']) {
    recording.begun(0, 0);
    recording.failed(kind, 1, () => `a ${kind}`);
  }
  expect(recording.errors).toEqual({ timeout: 2, 'status-500': 1 });
  expect(recording.firstError).toBe('a timeout');
  expect(recording.histograms().latency.totalCount).toBe(0);
});

it('cuts the time into windows, the last of which lasts until the end', () => {
  let users = 3;
  const recording = new Recording(0, 400, () => users);
  recording.beginWindows();
  const answer = (at: number, latencyMs: number) => {
    recording.begun(at - latencyMs, at);
    recording.answered('a', at - latencyMs, at);
  };
  answer(50, 1);
  users = 5;
  answer(100, 2);
  recording.begun(199, 199);
  recording.failed('timeout', 199.9, () => '');
  users = 4;
  recording.advanceWindows(250);
  answer(402, 1);
  const windows = recording.windows(404);
  expect(windows.map(({ startSeconds }) => startSeconds)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(windows.map(({ seconds }) => seconds)).toEqual([0.1, 0.1, 0.1, expect.closeTo(0.104)]);
  expect(windows.map((window) => window.users)).toEqual([3, 5, 4, 4]);
  expect(windows.map(({ requests }) => requests)).toEqual([1, 1, 0, 1]);
  expect(windows.map(({ errors }) => errors)).toEqual([0, 1, 0, 0]);
  expect(windows.map(({ p50 }) => p50)).toEqual([1000, 2000, null, 1000]);
});
