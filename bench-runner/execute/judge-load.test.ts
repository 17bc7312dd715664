import { describe, expect, it } from 'vitest';
import type { LoadWindow } from '../define/http-load.ts';
import type { LoadReport } from '../measure/http-load/protocol.ts';
import { judgeLoad, steadyUnderLoad } from './judge-load.ts';

const report = (changes: Partial<LoadReport>): LoadReport => ({
  seconds: 1,
  requests: 1_000,
  iterations: 1_000,
  intendedIterations: 1_000,
  lateIterations: 0,
  errors: {},
  firstError: null,
  checked: 100,
  wrongAnswers: 0,
  firstWrongAnswer: null,
  lookups: 0,
  nothingFound: 0,
  meanInFlight: 4,
  generatorCpuSeconds: 0.1,
  windows: [],
  meanLatencyMicros: 100,
  samples: {},
  ...changes,
});

describe('judgeLoad', () => {
  it('lets a load pass whose errors are fewer than its answers: they are a caveat', () => {
    expect(judgeLoad(report({}))).toBeNull();
    expect(judgeLoad(report({ errors: { timeout: 1_000 } }))).toBeNull();
  });

  it('refuses a load without an answer, and one with more errors than answers', () => {
    expect(judgeLoad(report({ requests: 0 }))).toMatch(/0 requests 0 succeeded: none was answered/);
    expect(judgeLoad(report({ errors: { 'status-500': 900, timeout: 101 } }))).toMatch(
      /of 2001 requests 1000 succeeded: 900 status-500, 101 timeout/,
    );
  });

  it('refuses a load of which more than 1 % of the answers looked at were wrong', () => {
    expect(judgeLoad(report({ wrongAnswers: 1, firstWrongAnswer: 'x' }))).toBeNull();
    expect(judgeLoad(report({ wrongAnswers: 2, firstWrongAnswer: 'not 42' }))).toMatch(
      /2 of 100 answers looked at were wrong; the first: not 42/,
    );
  });
});

describe('steadyUnderLoad', () => {
  const windows = (requests: readonly number[]): LoadWindow[] =>
    requests.map((count, index) => ({
      startSeconds: index / 10,
      seconds: 0.1,
      users: 1,
      requests: count,
      errors: 0,
      p50: null,
      p95: null,
      p99: null,
    }));

  it('compares the halves of the newest ten windows', () => {
    expect(steadyUnderLoad(windows(Array(10).fill(100)))).toBe(true);
    expect(steadyUnderLoad(windows([...Array(5).fill(100), ...Array(5).fill(120)]))).toBe(false);
    expect(steadyUnderLoad(windows([1, ...Array(5).fill(100), ...Array(5).fill(103)]))).toBe(true);
  });

  it('says nothing against fewer than ten windows', () => {
    expect(steadyUnderLoad(windows([1, 100]))).toBe(true);
  });
});
