import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunningService } from '../../define/service.ts';
import { startService } from '../testing/start-service.ts';
import definition from './service.ts';

// Starting a server can take many seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const set = {
  parts: {
    users: [
      'create table users (id integer primary key, name text not null)',
      `insert into users select i, 'user ' || i from generate_series(1, 1000) i`,
    ],
    orders: ['create table orders (id integer primary key)', 'analyze orders'],
    unused: ['create table unused (id integer primary key)'],
  },
};

let service: RunningService;
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', '');
  service = await startService(definition, { data: { set, parts: ['users', 'orders'] } });
});
afterAll(() => service?.stop());

/** What a subject would get from its database, on a connection of its own. */
async function query(sql: string, times = 1): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: service.environment.DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  try {
    for (let time = 1; time < times; time += 1) await client.query(sql);
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL that comes with the lab', () => {
  test('says what it is, with the settings that times depend on', () => {
    expect(service).toMatchObject({ name: 'PostgreSQL', standIn: false });
    expect(service.version).toMatch(
      /^18\.\d+ \(fsync on, synchronous_commit off, shared_buffers 256MB\)$/,
    );
  });

  test('listens on the loopback interface alone, and leaves measurements alone', async () => {
    const names = ['listen_addresses', 'autovacuum', 'jit', 'TimeZone'];
    const values = names.map((name) => `current_setting('${name}') as "${name}"`);
    expect(await query(`select ${values.join(', ')}`)).toEqual([
      {
        listen_addresses: '127.0.0.1',
        autovacuum: 'off',
        jit: 'off',
        TimeZone: 'UTC',
      },
    ]);
    const { port } = new URL(service.environment.DATABASE_URL ?? '');
    expect(existsSync(`/tmp/.s.PGSQL.${port}`)).toBe(false);
  });

  test('orders and folds text alike on every system', async () => {
    expect(
      await query(
        `select upper('äö') as upper, 'Z' < 'a' as "by code point", to_tsvector('english', 'Foxes') @@ to_tsquery('english', 'fox') as stemmed`,
      ),
    ).toEqual([{ upper: 'ÄÖ', 'by code point': true, stemmed: true }]);
  });

  test('holds the parts that were asked for, with statistics, and no others', async () => {
    expect(
      await query(`select relname, reltuples::int as rows, relallvisible > 0 as vacuumed
        from pg_class where relname in ('users', 'orders', 'unused') order by relname desc`),
    ).toEqual([
      { relname: 'users', rows: 1000, vacuumed: true },
      { relname: 'orders', rows: 0, vacuumed: false },
    ]);
  });

  test('gives subjects no right to leave their database', async () => {
    await expect(query("copy users to program 'true'")).rejects.toThrow(/permission denied/);
    await expect(query('create database mine')).rejects.toThrow(/permission denied/);
  });

  test('brings its data back, also from under open connections', async () => {
    const open = new pg.Client({ connectionString: service.environment.DATABASE_URL });
    const closed = new Promise((resolve) => open.on('error', resolve));
    await open.connect();
    await open.query('delete from users where id > 10; create table extra (id integer)');
    await service.restore();
    await closed;
    expect(await query('select count(*)::int, max(name) from users')).toEqual([
      { count: 1000, max: 'user 999' },
    ]);
    await expect(query('select * from extra')).rejects.toThrow(/does not exist/);
  });

  test('counts what the working database is asked, and not what the lab asks', async () => {
    const before = await service.counters();
    await service.counters();
    await query('select * from users', 25);
    const after = await service.counters();
    const grown = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
    expect(grown('queries')).toBe(25);
    // Figures of a connection are handed in when it is closed, which may take a moment.
    await expect
      .poll(async () => (await service.counters()).transactions, { timeout: 20_000 })
      .toBeGreaterThanOrEqual((before.transactions ?? 0) + 25);
    const later = await service.counters();
    expect((later['rows-read'] ?? 0) - (before['rows-read'] ?? 0)).toBeGreaterThanOrEqual(25_000);
    expect(later['buffer-hits']).toBeGreaterThan(before['buffer-hits'] ?? 0);
    expect(later['buffer-misses']).toBeGreaterThan(0);
  });

  test('keeps what was written over a restart, with empty buffers, at the same address', async () => {
    await query(`insert into users values (1001, 'late')`);
    const [before] = service.processes;
    await service.restart();
    expect(service.processes).toHaveLength(1);
    expect(service.processes[0]).not.toBe(before);
    const misses = (await service.counters())['buffer-misses'] ?? 0;
    expect(await query('select count(*)::int from users')).toEqual([{ count: 1001 }]);
    await expect
      .poll(async () => (await service.counters())['buffer-misses'], { timeout: 20_000 })
      .toBeGreaterThan(misses);
  });

  test('that was killed says so, and comes back with its data while a query still runs', async () => {
    const [pid = 0] = service.processes;
    const busy = query('select count(*) from generate_series(1, 10000000000)').catch(
      (error: Error) => error.message,
    );
    await expect
      .poll(
        async () =>
          (
            await query(
              `select pid from pg_stat_activity where query like 'select count(*) from generate%'`,
            )
          ).length,
        { timeout: 20_000 },
      )
      .toBe(1);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => service.processes).toEqual([]);
    await expect(service.check()).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
    await service.restart();
    await service.restore();
    await service.check();
    expect(await query('select count(*)::int from users')).toEqual([{ count: 1000 }]);
    expect(await busy).toMatch(/terminated|ECONNRESET/);
  });
});

test('data that cannot be loaded names the part and the statement, and leaves nothing running', async () => {
  const pids: number[] = [];
  const data = {
    set: { parts: { broken: ['select 1', 'create tabel users ()'] } },
    parts: ['broken'],
  };
  const started = startService(definition, { data, onStart: (pid) => pids.push(pid) });
  await expect(started).rejects.toThrow(
    'Part "broken" of the data could not be loaded: syntax error at or near "tabel", in "create tabel users ()".',
  );
  expect(pids).toHaveLength(1);
  expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
});
