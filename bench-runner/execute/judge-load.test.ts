import { describe, expect, it } from 'vitest';
import type { LoadReport } from '../measure/http-load/protocol.ts';
import { judgeLoad } from './judge-load.ts';

const report = (changes: Partial<LoadReport>): LoadReport => ({
  steady: true,
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
