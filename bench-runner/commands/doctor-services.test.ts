import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkServices } from './doctor-services.ts';

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('REDIS_URL', '');
});
afterEach(() => vi.unstubAllEnvs());

const checks = async () =>
  Object.fromEntries((await checkServices()).map((check) => [check.title, check]));

describe('lab doctor', () => {
  test('names the PostgreSQL that comes with the lab', async () => {
    expect((await checks()).PostgreSQL).toMatchObject({
      status: 'ok',
      finding: expect.stringMatching(/^18\.\d+, which comes with the lab$/),
      remedy: null,
    });
  });

  test('says that a stand-in takes the place of a Redis that is not installed', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'lab-no-programs-'));
    vi.stubEnv('PATH', empty);
    expect((await checks()).Redis).toMatchObject({
      status: 'notice',
      finding: expect.stringContaining('a stand-in of the lab'),
      remedy: expect.stringContaining('REDIS_URL'),
    });
    rmSync(empty, { recursive: true });
  });

  test('says what is wrong with servers that variables name, without their secrets', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://ada:pa55word@127.0.0.1:1/bench');
    vi.stubEnv('REDIS_URL', 'redis://:pa55word@127.0.0.1:1');
    const { PostgreSQL, Redis } = await checks();
    for (const check of [PostgreSQL, Redis]) {
      expect(check).toMatchObject({ status: 'missing', remedy: expect.stringContaining('unset') });
      expect(check?.finding).toContain('ECONNREFUSED');
    }
    expect(JSON.stringify([PostgreSQL, Redis])).not.toMatch(/pa55word|ada/);
  });
});
