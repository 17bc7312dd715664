import { createClient } from '@redis/client';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunningService } from '../../define/service.ts';
import { startService } from '../testing/start-service.ts';
import { startOwnServer } from './own-server.ts';
import { findServer, type Program, standIn } from './programs.ts';
import { encodeCommand, exchange, replies } from './testing/exchange.ts';

// Starting a server can take many seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const real = await findServer();
const programs: [name: string, program: Program][] = [['the stand-in', standIn]];
if (real) programs.push(['an installed Redis', real]);

/** What both must answer, as it stands on the wire. */
const conversations: [what: string, commands: string[], answer: string][] = [
  ['a ping', ['PING', 'ping hello', 'ECHO a'], '+PONG $5 hello $1 a'],
  ['values', ['SET a 1', 'GET a', 'GET b', 'STRLEN a'], '+OK $1 1 $-1 :1'],
  [
    'conditions',
    ['SET a 1 XX', 'SET a 1 NX', 'SET a 2 NX', 'SET a 3 XX GET', 'SETNX a 4', 'GET a'],
    '$-1 +OK $-1 $1 1 :0 $1 3',
  ],
  [
    'times to live',
    ['SET a 1 EX 100', 'TTL a', 'SET a 2 KEEPTTL', 'TTL a', 'SET a 3', 'TTL a', 'TTL b', 'PTTL b'],
    '+OK :100 +OK :100 +OK :-1 :-2 :-2',
  ],
  [
    'other times to live',
    ['SETEX a 50 x', 'TTL a', 'PSETEX a 60000 x', 'TTL a', 'PERSIST a', 'PERSIST a', 'TTL a'],
    '+OK :50 +OK :60 :1 :0 :-1',
  ],
  [
    'expiry on conditions',
    [
      'EXPIRE a 10',
      'SET a 1',
      'EXPIRE a 10 XX',
      'EXPIRE a 10 NX',
      'EXPIRE a 5 GT',
      'EXPIRE a 5 LT',
      'TTL a',
      'EXPIRE a -1',
      'GET a',
    ],
    ':0 +OK :0 :1 :0 :1 :5 :1 $-1',
  ],
  [
    'many at once',
    ['MSET a 1 b 2', 'MGET a b c', 'EXISTS a b a c', 'DEL a c', 'UNLINK b', 'DBSIZE'],
    '+OK *3 $1 1 $1 2 $-1 :3 :1 :1 :0',
  ],
  [
    'counting',
    ['INCR a', 'INCR a', 'DECR a', 'INCRBY a 40', 'DECRBY a 1', 'GET a'],
    ':1 :2 :1 :41 :40 $2 40',
  ],
  [
    'counting too far',
    ['SET a 9223372036854775807', 'INCR a', 'SET a x', 'INCR a', 'SET a 01', 'INCR a'],
    '+OK -ERR increment or decrement would overflow +OK -ERR value is not an integer or out of range +OK -ERR value is not an integer or out of range',
  ],
  ['taking a value away', ['SET a 1', 'GETDEL a', 'GETDEL a', 'TYPE a'], '+OK $1 1 $-1 +none'],
  ['types', ['SET a 1', 'TYPE a'], '+OK +string'],
  [
    'databases',
    ['SET a 1', 'SELECT 1', 'GET a', 'SELECT 16', 'SELECT x'],
    '+OK +OK $-1 -ERR DB index is out of range -ERR value is not an integer or out of range',
  ],
  [
    'emptying',
    ['SET a 1', 'SELECT 2', 'SET b 1', 'FLUSHDB', 'SELECT 0', 'DBSIZE', 'FLUSHALL ASYNC', 'DBSIZE'],
    '+OK +OK +OK +OK +OK :1 +OK :0',
  ],
  [
    'keys by pattern',
    ['MSET user:1 a other b', 'KEYS user:*', 'KEYS [^u]ther', 'KEYS x?', 'KEYS other[a'],
    '+OK *1 $6 user:1 *1 $5 other *0 *0',
  ],
  [
    'a scan',
    [
      'SET user:1 a',
      'SCAN 0 MATCH user:* COUNT 100',
      'SCAN 0 MATCH x',
      'SCAN 0 TYPE list',
      'SCAN x',
    ],
    '+OK *2 $1 0 *1 $6 user:1 *2 $1 0 *0 *2 $1 0 *0 -ERR invalid cursor',
  ],
  [
    'a command that does not exist',
    ['FOO a b', 'foo', 'constructor'],
    "-ERR unknown command 'FOO', with args beginning with: 'a' 'b'  -ERR unknown command 'foo', with args beginning with:  -ERR unknown command 'constructor', with args beginning with:",
  ],
  [
    'too few words and too many',
    ['GET', 'get a b', 'SET a', 'MSET a 1 b', 'PING a b'],
    "-ERR wrong number of arguments for 'get' command -ERR wrong number of arguments for 'get' command -ERR wrong number of arguments for 'set' command -ERR wrong number of arguments for 'mset' command -ERR wrong number of arguments for 'ping' command",
  ],
  [
    'wrong options',
    [
      'SET a 1 EX',
      'SET a 1 EX 0',
      'SET a 1 EX x',
      'SET a 1 EX 10 PX 10',
      'SET a 1 NX XX',
      'SETEX a 0 x',
      'SCAN 0 COUNT 0',
      'SCAN 0 COUNT',
    ],
    "-ERR syntax error -ERR invalid expire time in 'set' command -ERR value is not an integer or out of range -ERR syntax error -ERR syntax error -ERR invalid expire time in 'setex' command -ERR syntax error -ERR syntax error",
  ],
  [
    'what clients send first',
    [
      'CLIENT SETINFO LIB-NAME a',
      'CLIENT SETNAME me',
      'CLIENT GETNAME',
      'HELLO 4',
      'AUTH wrong',
      'AUTH default wrong',
    ],
    '+OK +OK $2 me -NOPROTO unsupported protocol version -WRONGPASS invalid username-password pair or user is disabled. -WRONGPASS invalid username-password pair or user is disabled.',
  ],
];

describe.each(programs)('%s', (_, program) => {
  let service: RunningService;
  let url: string;
  beforeAll(async () => {
    const start = (context: Parameters<typeof startOwnServer>[1]) =>
      startOwnServer(program, context);
    service = await startService({ title: 'Redis', start });
    url = service.environment.REDIS_URL ?? '';
  });
  beforeEach(() => service.restore());
  afterAll(() => service?.stop());

  // CLIENT SETINFO came with 7.2; an older server says that it does not know it.
  test.each(conversations)('answers %s', async (_what, commands, answer) => {
    const known = (await replies(url, 'CLIENT SETINFO LIB-NAME a')).startsWith('+');
    const said = commands.filter((command) => known || !command.startsWith('CLIENT SETINFO'));
    const expected = said.length === commands.length ? answer : answer.replace('+OK ', '');
    expect(await replies(url, ...said)).toBe(expected);
  });

  test('answers in RESP3 what a client asks for in RESP3', async () => {
    const answer = await replies(url, 'HELLO 3', 'GET none', 'CONFIG GET databases');
    expect(answer).toMatch(/^%7 \$6 server \$\d+ \w+ \$7 version .* _ %1 \$9 databases \$2 16$/);
    expect(await replies(url, 'CONFIG GET databases')).toBe('*2 $9 databases $2 16');
  });

  test('keeps any bytes, also of a megabyte, sent in pieces and in a pipeline', async () => {
    const bytes = Buffer.from(
      Array.from({ length: 1_000_000 }, (_each, index) => (index * 7) % 256),
    );
    const key = Buffer.from([0, 13, 10, 255]);
    const gets = Array.from({ length: 5 }, () => encodeCommand(['GET', key as never]));
    const answer = await exchange(
      url,
      Buffer.concat([encodeCommand(['SET', key, bytes]), ...gets, encodeCommand(['QUIT'])]),
    );
    const value = `$1000000\r\n${bytes.toString('latin1')}\r\n`;
    expect(answer === `+OK\r\n${value.repeat(5)}+OK\r\n`).toBe(true);
  });

  test.each([
    ['*1\r\n+PING\r\n', "-ERR Protocol error: expected '$', got '+'\r\n"],
    ['*x\r\n', '-ERR Protocol error: invalid multibulk length\r\n'],
    ['*1\r\n$x\r\n', '-ERR Protocol error: invalid bulk length\r\n'],
  ])('closes a connection that sends %j, having said why', async (bytes, answer) => {
    expect(await exchange(url, Buffer.from(bytes))).toBe(answer);
    await service.check();
  });

  test('lets nobody in without the password', async () => {
    const wrong = new URL(url);
    wrong.password = 'wrong';
    expect(await replies(wrong.href, 'GET a')).toMatch(
      /^-WRONGPASS .* -NOAUTH Authentication required\.$/,
    );
  });

  test('forgets a key whose time has come, whether anybody asks for it or not', async () => {
    expect(await replies(url, 'SET a 1 PX 30', 'SET b 1 PX 30', 'SET c 1', 'DBSIZE')).toMatch(
      /:3$/,
    );
    await expect.poll(() => replies(url, 'DBSIZE'), { timeout: 20_000 }).toBe(':1');
    expect(await replies(url, 'GET a', 'TTL b', 'GET c')).toBe('$-1 :-2 $1 1');
  });

  test('counts hits, misses and commands, and the lab reads them', async () => {
    const before = await service.counters();
    await replies(url, 'SET a 1', 'GET a', 'GET a', 'GET b', 'MGET a b', 'EXISTS a b', 'SET a 2');
    const after = await service.counters();
    const grown = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
    expect(grown('key-hits')).toBe(4);
    expect(grown('key-misses')).toBe(3);
    expect(grown('commands')).toBeGreaterThanOrEqual(8);
    expect(grown('commands')).toBeLessThan(20);
  });

  test('gives all keys in the course of a scan, however many come and go meanwhile', async () => {
    const client = await createClient({ url })
      .on('error', () => {})
      .connect();
    for (let key = 0; key < 500; key += 1) await client.set(`kept:${key}`, '1');
    const seen = new Set<string>();
    let turn = 0;
    for await (const keys of client.scanIterator({ MATCH: 'kept:*', COUNT: 20 })) {
      for (const key of keys) seen.add(key);
      await client.set(`other:${turn}`, '1');
      await client.del(`other:${turn - 1}`);
      turn += 1;
    }
    await client.close();
    expect(seen.size).toBe(500);
  });

  test.each([2, 3] as const)('serves node-redis in RESP%i', async (RESP) => {
    const client = createClient({ url, RESP }).on('error', () => {});
    await client.connect();
    expect(await client.set('user:1', 'Ada', { expiration: { type: 'EX', value: 300 } })).toBe(
      'OK',
    );
    const values = await Promise.all([
      client.get('user:1'),
      client.get('user:2'),
      client.ttl('user:1'),
    ]);
    expect(values.slice(0, 2)).toEqual(['Ada', null]);
    expect(values[2]).toBeGreaterThan(290);
    expect(await client.mGet(['user:1', 'user:2'])).toEqual(['Ada', null]);
    await client.close();
  });

  test('serves ioredis, with its pipelines and streams of keys', async () => {
    const client = new Redis(url);
    client.on('error', () => {});
    const pipeline = client.pipeline();
    for (let id = 1; id <= 100; id += 1) pipeline.set(`user:${id}`, `name ${id}`, 'EX', 300);
    const results = (await pipeline.exec()) ?? [];
    expect(results.every(([error, answer]) => error === null && answer === 'OK')).toBe(true);
    expect(await client.get('user:100')).toBe('name 100');
    let removed = 0;
    for await (const keys of client.scanStream({ match: 'user:*', count: 30 })) {
      if (keys.length > 0) removed += await client.del(...keys);
    }
    expect(removed).toBe(100);
    await client.quit();
  });

  test('has nothing in it after a restart, at the same address', async () => {
    await replies(url, 'SET a 1');
    const [before = 0] = service.processes;
    await service.restart();
    expect(service.processes).not.toEqual([before]);
    expect(await replies(url, 'DBSIZE')).toBe(':0');
  });

  test('that was killed says so, and can be restarted', async () => {
    process.kill(service.processes[0] ?? 0, 'SIGKILL');
    await expect.poll(() => service.processes).toEqual([]);
    await expect(service.check()).rejects.toThrow();
    await service.restart();
    await service.check();
  });
});
