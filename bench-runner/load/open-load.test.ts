import { describe, expect, it } from 'vitest';
import type { Iteration, OpenLoad } from '../define/http-load.ts';
import { repeating, runBriefly } from './testing/run-briefly.ts';
import { httpServer, rawServer } from './testing/servers.ts';

const timeout = 30_000;

const open = (load: Partial<OpenLoad>): OpenLoad => ({
  kind: 'open',
  perSecond: 200,
  arrivals: 'constant',
  connections: 20,
  ...load,
});

describe('an open load', { timeout }, () => {
  it.each(['constant', 'poisson'] as const)(
    'of %s arrivals begins what is due',
    async (arrivals) => {
      const url = await httpServer((_, response) => response.end('ok'));
      const result = await runBriefly(url, repeating(open({ arrivals })), {
        warmUpMs: 100,
        measureMs: 1000,
      });
      expect(result.errors).toEqual({});
      // Constant: at 0, 5, … ms. Poisson: the same number each time, by the seed.
      const due = arrivals === 'constant' ? Math.floor(result.seconds * 200 + 1e-9) + 1 : null;
      if (due !== null) expect(Math.abs(result.intendedIterations - due)).toBeLessThanOrEqual(1);
      expect(result.intendedIterations).toBeGreaterThan(140);
      expect(result.intendedIterations).toBeLessThan(260);
      expect(result.intendedIterations - result.iterations).toBeLessThanOrEqual(20);
      expect(result.latency.totalCount).toBe(result.requests + result.lateIterations);
    },
  );

  it('counts latency from when a request was due, through a stall of the server', async () => {
    // Every 500 ms the server answers nothing for 250 ms: what was due t ms before the end of a
    // stall takes t ms. So half of all requests take up to 250 ms, evenly: the 50th percentile of
    // all is about 0, the 75th 125 ms and the 95th 225 ms, over whole periods.
    const began = performance.now();
    const url = await httpServer((_, response) => {
      const phase = (performance.now() - began) % 500;
      setTimeout(() => response.end('ok'), phase < 250 ? 250 - phase : 0);
    });
    const result = await runBriefly(url, repeating(open({ perSecond: 400, connections: 4 })), {
      measureMs: 2000,
    });
    const at = (percentile: number) => result.latency.getValueAtPercentile(percentile) / 1000;
    expect(result.latency.totalCount).toBeGreaterThan(600);
    expect(at(75)).toBeGreaterThan(90);
    expect(at(75)).toBeLessThan(200);
    expect(at(95)).toBeGreaterThan(190);
    expect(at(95)).toBeLessThan(320);
    // A closed loop of 4 would have been asking 4 times in a stall: here all that were due count.
    const concurrency = (result.latency.totalCount * result.latency.mean) / 1e6 / result.seconds;
    expect(result.meanInFlight / concurrency).toBeGreaterThan(0.98);
    expect(result.meanInFlight / concurrency).toBeLessThan(1.02);
  });

  it('counts what it could not send as late, with the time it has waited', async () => {
    const url = await rawServer(() => {});
    const result = await runBriefly(url, repeating(open({ perSecond: 100, connections: 2 })), {
      measureMs: 500,
      requestTimeoutMs: 60_000,
    });
    // 51 due at 0, 10, … 500 ms; two were sent and hang; the others wait for 480, 470, … 0 ms.
    expect(result.requests).toBe(0);
    expect(result.lateIterations).toBe(result.intendedIterations - 2);
    expect(Math.abs(result.intendedIterations - 51)).toBeLessThanOrEqual(5);
    expect(result.latency.totalCount).toBe(result.lateIterations);
    expect(result.latencies.get?.totalCount).toBe(result.lateIterations);
    const longest = result.seconds * 1000 - 20;
    expect(Math.abs(result.latency.maxValue / 1000 - longest)).toBeLessThan(2);
    expect(Math.abs(result.latency.mean / 1000 - longest / 2)).toBeLessThan(10);
    // Mean of the waits, plus nothing for the two whose time is not counted.
    const concurrency = (result.latency.totalCount * result.latency.mean) / 1e6 / result.seconds;
    expect(result.meanInFlight / concurrency).toBeGreaterThan(0.98);
    expect(result.meanInFlight / concurrency).toBeLessThan(1.02);
  });

  it('asks for the same whichever connection is free', async () => {
    const run = async (connections: number, delayMs: number) => {
      const paths: string[] = [];
      const url = await httpServer((request, response) => {
        paths.push(String(request.url));
        setTimeout(() => response.end('ok'), delayMs);
      });
      await runBriefly(url, {
        load: open({ connections, perSecond: 300 }),
        *iteration({ random }): Iteration {
          yield { name: 'get', method: 'GET', path: `/${Math.floor(random() * 1e9)}` };
        },
      });
      return paths;
    };
    const first = (await run(1, 0)).slice(0, 20);
    expect(new Set(first).size).toBe(20);
    // Those that are due together may arrive in another order.
    expect((await run(10, 5)).slice(0, 40)).toEqual(expect.arrayContaining(first));
  });

  it('goes on over other connections when one hangs, and with all when requests time out', async () => {
    const url = await rawServer((socket, number) => {
      if (number % 5 !== 0) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    const result = await runBriefly(url, repeating(open({ perSecond: 100, connections: 3 })), {
      measureMs: 600,
      requestTimeoutMs: 60,
    });
    expect(Object.keys(result.errors)).toEqual(['timeout']);
    expect(result.errors.timeout).toBeGreaterThan(2);
    expect(result.requests).toBeGreaterThan(2 * (result.errors.timeout ?? 0));
  });

  it('refuses what cannot be', async () => {
    const url = await rawServer(() => {});
    await expect(runBriefly(url, repeating(open({ connections: 0 })))).rejects.toThrow(
      'connection',
    );
    await expect(runBriefly(url, repeating(open({ perSecond: 0 })))).rejects.toThrow(
      'rate above 0',
    );
  });
});
