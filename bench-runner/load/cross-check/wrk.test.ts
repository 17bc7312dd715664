import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Iteration, LoadPlan } from '../../define/http-load.ts';
import { findProgram } from '../../process/find-program.ts';
import { repeating, runBriefly, users } from '../testing/run-briefly.ts';
import { httpServer } from '../testing/servers.ts';
import { NotExpressible } from './cross-check.ts';
import { crossCheckByWrk, parseWrk, wrkScript } from './wrk.ts';

const wrk = await findProgram('wrk');

async function check(url: string, plan: LoadPlan) {
  const folder = await mkdtemp(join(tmpdir(), 'lab-wrk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const times = { warmUpMs: 0, measureMs: 1000 };
  return crossCheckByWrk({ program: wrk ?? 'wrk', url, plan, seed: 1, folder, ...times });
}

it('writes a script that sends each request byte for byte, in turn', () => {
  const bytes = Buffer.from('PUT /a HTTP/1.1\r\n\r\n"\\\x00é7');
  expect(wrkScript([bytes, Buffer.from('b')])).toContain(
    String.raw`  "PUT /a HTTP/1.1\013\010\013\010\034\092\000\195\1697",`,
  );
  expect(wrkScript([bytes, Buffer.from('b')])).toContain('turn = turn % #requests + 1');
  expect(wrkScript([bytes, bytes])).not.toContain('turn %');
});

it('reads rate, errors and percentiles from the line that the script prints', () => {
  const output = `Running 1s test @ http://127.0.0.1:1
  1 threads and 50 connections
  49999 requests in 1.25s, 8.00MB read
Requests/sec:  39999.20
lab {"requests":49999,"microseconds":1250000,"errors":3,"p50":700,"p90":800,"p95":900,"p99":1200,"max":9000}
`;
  expect(parseWrk(output)).toEqual({
    program: 'wrk',
    requests: 49_999,
    errors: 3,
    requestsPerSecond: 39_999.2,
    latencyMicros: { p50: 700, p90: 800, p95: 900, p99: 1200, max: 9000 },
  });
  expect(() => parseWrk('unable to connect')).toThrow('unable to connect');
});

describe('a plan that wrk cannot carry out is refused', () => {
  it.each<[string, LoadPlan['load'], string]>([
    [
      'an open loop',
      { kind: 'open', perSecond: 10, arrivals: 'constant', connections: 1 },
      'no open loop',
    ],
    ['stages', { kind: 'closed', users: 1, stages: [] }, 'one number of connections'],
  ])('%s', async (_, load, message) => {
    const url = await httpServer((__, response) => response.end());
    await expect(check(url, repeating(load))).rejects.toThrow(message);
    await expect(check(url, repeating(load))).rejects.toBeInstanceOf(NotExpressible);
  });

  it('several requests in order', async () => {
    const url = await httpServer((_, response) => response.end());
    const plan: LoadPlan = {
      load: users(1),
      *iteration(): Iteration {
        yield { name: 'a', method: 'GET', path: '/a' };
        yield { name: 'b', method: 'GET', path: '/b' };
      },
    };
    await expect(check(url, plan)).rejects.toThrow('several requests in order');
  });

  it('requests that cannot be repeated', async () => {
    const seen = new Set<string>();
    const url = await httpServer((request, response) => {
      response.statusCode = seen.has(String(request.url)) ? 409 : 201;
      seen.add(String(request.url));
      response.end();
    });
    const plan: LoadPlan = {
      load: users(1),
      *iteration({ iteration }): Iteration {
        yield { name: 'create', method: 'POST', path: `/${iteration}`, status: 201 };
      },
    };
    await expect(check(url, plan)).rejects.toThrow('"create" cannot be sent twice');
  });
});

it.skipIf(!wrk)(
  'wrk sends what the plan says and sees what this generator sees',
  {
    timeout: 60_000,
  },
  async () => {
    const paths = new Set<string>();
    const url = await httpServer((request, response) => {
      paths.add(`${request.method} ${request.url} ${request.headers['x-key']}`);
      setTimeout(() => response.end('ok'), 20);
    });
    const plan: LoadPlan = {
      load: users(4),
      *iteration({ random }): Iteration {
        const path = `/${Math.floor(random() * 3)}`;
        yield { name: 'put', method: 'PUT', path, headers: { 'x-key': 'k' }, json: { a: 'é' } };
      },
    };
    const theirs = await check(url, plan);
    expect([...paths].sort()).toEqual(['PUT /0 k', 'PUT /1 k', 'PUT /2 k']);
    expect(theirs.errors).toBe(0);
    expect(theirs.requests).toBeGreaterThan(20);
    const ours = await runBriefly(url, plan, { measureMs: 1000 });
    // Not a comparison of speed: both wait 20 ms for each answer.
    for (const p50 of [theirs.latencyMicros.p50, ours.latency.getValueAtPercentile(50)]) {
      expect(p50).toBeGreaterThanOrEqual(19_900);
    }
  },
);
