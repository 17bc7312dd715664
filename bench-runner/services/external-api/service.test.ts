import { Agent, get } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RunningService } from '../../define/service.ts';
import { startService } from '../testing/start-service.ts';
import definition from './service.ts';
import { answerAfterMs } from './stub.ts';

// Starting a program can take many seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let service: RunningService;
beforeAll(async () => {
  service = await startService(definition);
});
afterAll(() => service?.stop());

const agent = new Agent({ keepAlive: true });
afterAll(() => agent.destroy());

/** Asks once; resolves with how long it took in ms, the answer, and whether its connection was used before. */
function ask(): Promise<{ ms: number; body: string; reused: boolean }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const request = get(`${service.environment.EXTERNAL_URL}data`, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.once('error', reject).once('end', () => {
        resolve({ ms: performance.now() - start, body, reused: request.reusedSocket });
      });
    });
    request.once('error', reject);
  });
}

test('answers JSON over connections that stay open, never before its time', async () => {
  const answers = [];
  for (let turn = 0; turn < 8; turn += 1) answers.push(await ask());
  expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ source: 'external-api' });
  expect(answers.filter(({ ms }) => ms < answerAfterMs)).toEqual([]);
  expect(answers.filter(({ reused }) => reused)).toHaveLength(7);
});

test('answers thousands at the same time, each after its own time, and counts them', async () => {
  const { requests: before = 0 } = await service.counters();
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: 2_000 }, ask));
  // One after the other they would take 200 s.
  expect(performance.now() - start).toBeLessThan(40_000);
  expect(answers.filter(({ ms }) => ms < answerAfterMs)).toEqual([]);
  expect(await service.counters()).toEqual({ requests: before + 2_000 });
});

test('that was killed says so, and comes back at the same address', async () => {
  process.kill(service.processes[0] ?? 0, 'SIGKILL');
  await expect.poll(() => service.processes).toEqual([]);
  await expect(service.check()).rejects.toThrow();
  await service.restart();
  await service.check();
  expect((await ask()).body).toContain('external-api');
});
