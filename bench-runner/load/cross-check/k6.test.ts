import { describe, expect, it } from 'vitest';
import { NotExpressible } from './cross-check.ts';
import { k6Executor, k6Script, parseK6 } from './k6.ts';

describe('the executor', () => {
  it('keeps a number of virtual users', () => {
    expect(k6Executor({ kind: 'closed', users: 50 }, 10_000)).toEqual({
      executor: 'constant-vus',
      vus: 50,
      duration: '10000ms',
    });
  });

  it('goes from level to level, at once or along a ramp', () => {
    const stages = [
      { users: 10, share: 0.25 },
      { users: 100, share: 0.5 },
      { users: 20, share: 0.25, ramp: true },
    ];
    expect(k6Executor({ kind: 'closed', users: 10, stages }, 8000)).toMatchObject({
      executor: 'ramping-vus',
      startVUs: 10,
      stages: [
        { duration: '0s', target: 10 },
        { duration: '2000ms', target: 10 },
        { duration: '0s', target: 100 },
        { duration: '4000ms', target: 100 },
        { duration: '2000ms', target: 20 },
      ],
    });
  });

  it('begins iterations at a constant rate, whole in a minute', () => {
    const load = { kind: 'open', perSecond: 2.5, arrivals: 'constant', connections: 9 } as const;
    expect(k6Executor(load, 1000)).toMatchObject({
      executor: 'constant-arrival-rate',
      rate: 150,
      timeUnit: '1m',
      maxVUs: 9,
    });
    expect(() => k6Executor({ ...load, arrivals: 'poisson' }, 1000)).toThrow(NotExpressible);
  });
});

it('writes a script with the requests of each iteration in order', () => {
  const script = k6Script(
    'http://127.0.0.1:3000',
    [
      [
        { name: 'login', method: 'POST', path: '/login', json: { user: 1 }, status: 201 },
        { name: 'read', method: 'GET', path: '/me?a=1', headers: { authorization: 'Bearer t' } },
      ],
    ],
    { executor: 'constant-vus', vus: 1, duration: '1s' },
  );
  expect(script).toContain('"executor":"constant-vus"');
  const recorded = JSON.parse(/const iterations = (\[.*\])\.map/.exec(script)?.[1] ?? '');
  expect(recorded).toEqual([
    [
      {
        method: 'POST',
        url: 'http://127.0.0.1:3000/login',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from('{"user":1}').toString('base64'),
        status: 201,
      },
      {
        method: 'GET',
        url: 'http://127.0.0.1:3000/me?a=1',
        headers: { authorization: 'Bearer t' },
        body: null,
        status: 200,
      },
    ],
  ]);
});

it('reads the summary that k6 documents for --summary-export', () => {
  // Names and units as in the documentation of k6; the figures are made up.
  const summary = JSON.stringify({
    metrics: {
      http_reqs: { count: 5000, rate: 499.5 },
      http_req_duration: { med: 1.25, 'p(90)': 2, 'p(95)': 2.5, 'p(99)': 4, max: 30.125 },
      http_req_failed: { passes: 7, fails: 4993, thresholds: {}, value: 0.0014 },
      iterations: { count: 2500, rate: 249.75 },
    },
    root_group: { name: '', path: '', checks: {} },
  });
  expect(parseK6(summary)).toEqual({
    program: 'k6',
    requests: 5000,
    requestsPerSecond: 499.5,
    errors: 7,
    latencyMicros: { p50: 1250, p90: 2000, p95: 2500, p99: 4000, max: 30_125 },
  });
  expect(() => parseK6('{"metrics":{}}')).toThrow('no HTTP requests');
});
