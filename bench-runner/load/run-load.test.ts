import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest, Iteration } from '../define/http-load.ts';
import type { runLoad } from './run-load.ts';
import { repeating, runBriefly, users } from './testing/run-briefly.ts';
import { httpServer, ok, rawServer } from './testing/servers.ts';

const timeout = 30_000;

describe('a closed load', { timeout }, () => {
  it('counts what the server answered, and Little’s law holds', async () => {
    let answered = 0;
    const url = await httpServer((_, response) => {
      answered += 1;
      setTimeout(() => response.end('ok'), 5);
    });
    const result = await runBriefly(url, repeating(users(8)), { measureMs: 600 });
    expect(result.errors).toEqual({});
    // What is in flight at the end has been sent and is not counted: one for each user at most.
    expect(result.requests).toBeLessThanOrEqual(answered);
    expect(result.requests).toBeGreaterThanOrEqual(answered - 16);
    expect(result.latency.totalCount).toBe(result.requests);
    expect(result.latencies.get?.totalCount).toBe(result.requests);
    expect(result.iterationLatency.totalCount).toBe(result.iterations);
    expect(result.iterations).toBe(result.requests);
    expect(result.intendedIterations).toBe(result.iterations + 8);
    expect(result.lateIterations).toBe(0);
    expect(result.latency.getValueAtPercentile(50)).toBeGreaterThanOrEqual(5000);
    const concurrency = (result.requests / result.seconds) * (result.latency.mean / 1e6);
    expect(result.meanInFlight).toBeGreaterThan(concurrency * 0.99);
    expect(result.meanInFlight).toBeLessThan(concurrency * 1.01);
    expect(result.meanInFlight).toBeLessThanOrEqual(8);
    const windows = result.windows.reduce((sum, { requests }) => sum + requests, 0);
    expect(windows).toBe(result.requests);
    expect(result.windows.map((window) => window.users)).toEqual(Array(6).fill(8));
  });

  it('opens one connection for each user and keeps it, warm-up and measurement', async () => {
    const connections = new Set<number | undefined>();
    const url = await httpServer((request, response) => {
      connections.add(request.socket.remotePort);
      response.end('ok');
    });
    await runBriefly(url, repeating(users(5)), { warmUpMs: 100 });
    expect(connections.size).toBe(5);
  });

  /** A server that takes 2 ms in the end, and 30 ms more at first, less and less of it. */
  const slowBeginner = (fastAfterMs: number) => {
    let begun: number | undefined;
    return httpServer((_, response) => {
      begun ??= performance.now();
      const left = Math.max(0, 1 - (performance.now() - begun) / fastAfterMs);
      setTimeout(() => response.end('ok'), 2 + 30 * left);
    });
  };

  it('goes on warming up until the rate is steady, and measures nothing from before', async () => {
    const url = await slowBeginner(1_500);
    const result = await runBriefly(url, repeating(users(40)), {
      warmUpMs: 20_000,
      measureMs: 300,
    });
    expect(result.steady).toBe(true);
    expect(result.latency.getValueAtPercentile(50)).toBeLessThan(15_000);
  });

  it('says that the rate was not steady where the warm-up ended at its bound', async () => {
    const url = await slowBeginner(3_000);
    const result = await runBriefly(url, repeating(users(4)), { warmUpMs: 1_500, measureMs: 300 });
    expect(result.steady).toBe(false);
  });

  it('warms up, resets without load, and measures between the two calls', async () => {
    const events: string[] = [];
    let inFlight = 0;
    let requests = 0;
    const url = await httpServer((_, response) => {
      inFlight += 1;
      requests += 1;
      setTimeout(() => {
        inFlight -= 1;
        response.end('ok');
      }, 3);
    });
    const note = async (event: string) => {
      const before = requests;
      await wait(30);
      events.push(`${event}: ${inFlight} in flight, ${requests - before} since`);
    };
    let atStart = 0;
    const result = await runBriefly(
      url,
      { ...repeating(users(4)), reset: () => note('reset') },
      {
        warmUpMs: 100,
        onMeasureStart: async () => {
          await note('start');
          atStart = requests;
        },
        onMeasureEnd: async () => {
          events.push('end');
        },
      },
    );
    expect(events).toEqual(['reset: 0 in flight, 0 since', 'start: 0 in flight, 0 since', 'end']);
    expect(atStart).toBeGreaterThan(0);
    expect(result.requests).toBeLessThanOrEqual(requests - atStart);
  });

  it('gives each user the same requests for the same seed, however fast the server is', async () => {
    const run = async (seed: number, delayMs: number) => {
      const byUser = new Map<string, string[]>();
      const url = await httpServer((request, response) => {
        const [, user = '', rest = ''] = request.url?.split('/') ?? [];
        byUser.set(user, [...(byUser.get(user) ?? []), rest]);
        setTimeout(() => response.end('ok'), delayMs);
      });
      const plan = {
        load: users(3),
        *iteration({ index, iteration, random }): Iteration {
          const path = `/${index}/${iteration}-${Math.floor(random() * 1e9)}`;
          yield { name: 'get', method: 'GET', path };
        },
      } as const satisfies Parameters<typeof runLoad>[0]['plan'];
      await runBriefly(url, plan, { seed });
      return ['0', '1', '2'].map((user) => byUser.get(user)?.slice(0, 5));
    };
    const sequences = await run(1, 0);
    expect(await run(1, 4)).toEqual(sequences);
    expect(new Set(sequences.map(String)).size).toBe(3);
    expect(sequences[0]?.map((text) => text.split('-')[0])).toEqual(['0', '1', '2', '3', '4']);
    expect(await run(2, 0)).not.toEqual(sequences);
  });

  it('hands the answer of each request to the iteration, which uses what it says', async () => {
    const url = await httpServer((request, response) => {
      if (request.url === '/login') response.end(JSON.stringify({ token: 'secret' }));
      else {
        response.statusCode = request.headers.authorization === 'Bearer secret' ? 200 : 401;
        response.end();
      }
    });
    const login: HttpRequest = { name: 'login', method: 'POST', path: '/login', json: { a: 1 } };
    const result = await runBriefly(url, {
      load: users(2),
      *iteration(): Iteration {
        const { token } = (yield login).json<{ token: string }>();
        const headers = { authorization: `Bearer ${token}` };
        yield { name: 'read', method: 'GET', path: '/me', headers };
      },
    });
    expect(result.errors).toEqual({});
    expect(Object.keys(result.latencies).sort()).toEqual(['login', 'read']);
    expect(result.latencies.read?.totalCount).toBe(result.iterations);
    expect(result.requests - 2 * result.iterations).toBeLessThanOrEqual(2);
    expect(result.iterationLatency.mean).toBeGreaterThan(result.latency.mean);
  });

  it('changes the number of users from stage to stage, and ramps where told to', async () => {
    const url = await httpServer((_, response) => setTimeout(() => response.end('ok'), 2));
    const load = {
      kind: 'closed',
      users: 2,
      stages: [
        { users: 2, share: 0.25 },
        { users: 12, share: 0.25 },
        { users: 2, share: 0.25 },
        { users: 10, share: 0.25, ramp: true },
      ],
    } as const;
    const result = await runBriefly(url, repeating(load), { measureMs: 1600, warmUpMs: 50 });
    const levels = result.windows.map((window) => window.users);
    // Windows of 100 ms: the level at the beginning of each, where it does not change just then.
    expect(levels.slice(1, 4)).toEqual([2, 2, 2]);
    expect(levels.slice(5, 8)).toEqual([12, 12, 12]);
    expect(levels.slice(9, 12)).toEqual([2, 2, 2]);
    expect(levels.slice(13)).toEqual(levels.slice(13).toSorted((a, b) => a - b));
    expect(levels.at(-1)).toBeGreaterThan(5);
    expect(result.meanInFlight).toBeLessThan(12);
  });
});

describe('answers that are wrong', { timeout }, () => {
  it('are counted with what the first said, in a share that the seed decides', async () => {
    const url = await httpServer((_, response) => response.end('{"id":2}'));
    const check = (answer: HttpAnswer) => {
      const { id } = answer.json<{ id: number }>();
      if (id !== 1) throw new Error(`expected id 1, got ${id}`);
    };
    const result = await runBriefly(url, repeating(users(2), { check }), { checkShare: 0.25 });
    expect(result.firstWrongAnswer).toBe('get: expected id 1, got 2');
    expect(result.wrongAnswers).toBe(result.checked);
    expect(result.checked / result.requests).toBeGreaterThan(0.15);
    expect(result.checked / result.requests).toBeLessThan(0.35);
    const all = await runBriefly(url, repeating(users(2), { check }), { checkShare: 1 });
    expect(all.checked).toBe(all.requests);
  });

  it('are those that an iteration cannot use', async () => {
    const url = await httpServer((_, response) => response.end('no JSON'));
    const result = await runBriefly(url, {
      load: users(1),
      *iteration(): Iteration {
        (yield { name: 'login', method: 'GET', path: '/' }).json();
      },
    });
    expect(result.wrongAnswers).toBe(result.requests);
    expect(result.checked).toBe(result.requests);
    expect(result.iterations).toBe(0);
    expect(result.firstWrongAnswer).toContain('Expected JSON, got status 200');
  });

  it('tell how many of those looked at found nothing', async () => {
    let count = 0;
    const url = await httpServer((_, response) => {
      count += 1;
      response.end(count % 2 ? '[]' : '[1]');
    });
    const check = (answer: HttpAnswer) => ({ found: answer.json<number[]>().length > 0 });
    const { lookups, nothingFound, checked } = await runBriefly(
      url,
      repeating(users(1), { check }),
      { checkShare: 1 },
    );
    expect(lookups).toBe(checked);
    expect(Math.abs(nothingFound - lookups / 2)).toBeLessThanOrEqual(1);
  });
});

describe('a run', { timeout }, () => {
  it('that is aborted ends at once with the reason', async () => {
    const url = await rawServer(() => {});
    const reason = new Error('Ctrl+C');
    const abort = new AbortController();
    setTimeout(() => abort.abort(reason), 50);
    const run = runBriefly(url, repeating(users(2)), { measureMs: 60_000, signal: abort.signal });
    await expect(run).rejects.toBe(reason);
  });

  it.each([
    ['a path with a space', { path: '/a b' }, 'percent-encoded'],
    ['a header with a line break', { headers: { a: 'b\r\nc: d' } }, 'cannot be sent'],
    ['two bodies', { json: {}, body: 'x' }, 'not both'],
  ])('of a plan with %s ends with what is wrong', async (_, request, message) => {
    const url = await rawServer((socket) => socket.write(ok));
    await expect(runBriefly(url, repeating(users(1), request))).rejects.toThrow(message);
  });

  it('of a plan that asks for nothing ends with what is wrong', async () => {
    const url = await rawServer((socket) => socket.write(ok));
    const plan = { load: users(1), *iteration(): Iteration {} };
    await expect(runBriefly(url, plan)).rejects.toThrow('yields no request');
    await expect(runBriefly(url, repeating(users(0)))).rejects.toThrow('at least one virtual user');
  });

  it('asks only servers of plain HTTP', async () => {
    await expect(runBriefly('https://127.0.0.1/', repeating(users(1)))).rejects.toThrow(
      'http://127.0.0.1:3000',
    );
  });
});
