import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningService, ServiceUnavailable } from '../../define/service.ts';
import { startService } from '../testing/start-service.ts';
import { startOwnServer } from './own-server.ts';
import { findServer, standIn } from './programs.ts';
import definition from './service.ts';
import { replies } from './testing/exchange.ts';

// Starting a server can take many seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

afterEach(() => vi.unstubAllEnvs());

test('without a Redis on the PATH the stand-in answers, and says that it is one', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'lab-no-programs-'));
  vi.stubEnv('REDIS_URL', '');
  vi.stubEnv('PATH', empty);
  const service = await startService(definition);
  vi.unstubAllEnvs();
  expect(service).toMatchObject({ name: 'Redis stand-in', standIn: true });
  expect(service.version).toMatch(/^of the lab, after Redis \d/);
  await service.check();
  await service.stop();
  rmSync(empty, { recursive: true });
});

const installed = await findServer();
test.runIf(installed)('a Redis on the PATH is started, and is no stand-in', async () => {
  vi.stubEnv('REDIS_URL', '');
  const service = await startService(definition);
  expect(service.standIn).toBe(false);
  expect(service.name).toMatch(/^(?:Redis|Valkey)$/);
  expect(service.version).toMatch(/^\d+\.\d+\.\d+$/);
  await service.stop();
  await expect(service.check()).rejects.toThrow();
});

describe('a server that REDIS_URL names', () => {
  let server: RunningService;
  let url: string;
  beforeAll(async () => {
    server = await startService({
      title: 'Redis',
      start: (context) => startOwnServer(installed ?? standIn, context),
    });
    url = server.environment.REDIS_URL ?? '';
  });
  afterAll(() => server?.stop());

  const start = (address: string) => {
    vi.stubEnv('REDIS_URL', address);
    return startService(definition);
  };

  test('lends an empty database, and the others are left alone', async () => {
    await replies(url, 'SET mine 1', 'SELECT 3', 'SET mine 3');
    const service = await start(url);
    const lent = service.environment.REDIS_URL ?? '';
    const database = Number(new URL(lent).pathname.slice(1));
    expect([0, 3]).not.toContain(database);
    await replies(url, `SELECT ${database}`, 'SET user:1 Ada');
    await service.restore();
    expect(await replies(url, `SELECT ${database}`, 'DBSIZE')).toBe('+OK :0');
    await service.check();
    expect((await service.counters()).commands).toBeGreaterThan(0);
    await expect(service.restart()).rejects.toThrow('Unset REDIS_URL');
    await replies(url, `SELECT ${database}`, 'SET user:1 Ada');
    await service.stop();
    expect(await replies(url, `SELECT ${database}`, 'DBSIZE')).toBe('+OK :0');
    expect(await replies(url, 'GET mine', 'SELECT 3', 'GET mine')).toBe('$1 1 +OK $1 3');
  });

  test('is refused where none of its databases is empty, and keeps what it holds', async () => {
    const fill = Array.from({ length: 16 }, (_, index) => [`SELECT ${index}`, 'SET mine 1']).flat();
    await replies(url, ...fill);
    const error = await start(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServiceUnavailable);
    expect((error as ServiceUnavailable).message).toBe(
      'no database of the server in REDIS_URL is empty',
    );
    expect(await replies(url, 'SELECT 7', 'GET mine')).toBe('+OK $1 1');
  });

  test.each([
    ['http://127.0.0.1/', /no address such as redis:/],
    ['redis://127.0.0.1:1', /refuses: .*ECONNREFUSED/],
  ])('is refused with what would help: %s', async (address, reason) => {
    const error = await start(address).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServiceUnavailable);
    expect((error as ServiceUnavailable).message).toMatch(reason);
    expect((error as ServiceUnavailable).remedy).toMatch(/unset it/);
  });
});
