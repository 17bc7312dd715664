import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ServiceUnavailable } from '../../define/service.ts';
import { findFreePort } from '../free-port.ts';
import { makeOwnFolder } from '../leftovers/own-folder.ts';
import { recordsFolder } from '../leftovers/start-record.ts';
import { endOwner } from '../testing/end-owner.ts';
import { startService } from '../testing/start-service.ts';
import { prepareBinaries } from './binaries.ts';
import { Cluster } from './cluster.ts';
import definition from './service.ts';
import { databaseUrl, inSession, runStatement } from './session.ts';
import { unprivilegedUser } from './unprivileged-user.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let cluster: Cluster;
let folder: string;
const creator = { name: 'creator', password: randomBytes(9).toString('hex') };
const reader = { name: 'reader', password: randomBytes(9).toString('hex') };
const as = (user: typeof creator) => databaseUrl(cluster.url, 'mine', user);

/** A server as a user may have one, with a database that is nobody else's business. */
beforeAll(async () => {
  const user = unprivilegedUser();
  folder = await makeOwnFolder(tmpdir(), user);
  cluster = await Cluster.create({
    binaries: await prepareBinaries(folder, user),
    folder,
    user,
    port: await findFreePort(),
    logFile: join(folder, 'log'),
    processors: undefined,
    signal: new AbortController().signal,
    onStart: () => {},
  });
  await cluster.start();
  await inSession(cluster.url, async (client) => {
    await client.query(`create role creator login createdb password '${creator.password}'`);
    await client.query(`create role reader login password '${reader.password}'`);
    await client.query('create database mine owner creator');
  });
  await runStatement(as(creator), 'create table kept as select 1 as one');
});
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const databases = () =>
  inSession(cluster.url, async (client) => {
    const { rows } = await client.query('select datname from pg_database where not datistemplate');
    return rows.map(({ datname }) => datname).toSorted();
  });

function start(url: string) {
  vi.stubEnv('DATABASE_URL', url);
  const set = { parts: { one: ['create table one as select 1 as id'] } };
  return startService(definition, { data: { set, parts: ['one'] } });
}

test('a server of the user is given databases of the lab, and loses them again', async () => {
  const service = await start(as(creator));
  expect(service.version).toMatch(/^18\.\d+ \(fsync on/);
  expect(service.processes).toEqual([]);
  const url = service.environment.DATABASE_URL ?? '';
  const name = new URL(url).pathname.slice(1);
  expect(await databases()).toEqual([name, `${name}_template`, 'mine', 'postgres']);
  await runStatement(url, 'drop table one');
  await service.restore();
  await runStatement(url, 'select id from one');
  await service.check();
  expect(await service.counters()).not.toHaveProperty('queries');
  await expect(service.restart()).rejects.toThrow('Unset DATABASE_URL');
  await service.stop();
  expect(await databases()).toEqual(['mine', 'postgres']);
  await runStatement(as(creator), 'select one from kept');
});

test('databases that a killed run left there are dropped by the next run on that server', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lab-left-'));
  const records = recordsFolder(root);
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  try {
    const service = await start(as(creator));
    const [file = ''] = readdirSync(records);
    endOwner(join(records, file));
    const next = await start(as(creator));
    expect(await databases()).toHaveLength(4);
    await expect(service.check()).rejects.toThrow('does not exist');
    await next.stop();
    expect(readdirSync(records)).toEqual([]);
    expect(await databases()).toEqual(['mine', 'postgres']);
  } finally {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true, force: true });
  }
});

test.each([
  ['an address of something else', () => 'http://127.0.0.1/', /no address such as/, /unset/],
  ['a server that does not run', () => 'postgres://a@127.0.0.1:1/a', /ECONNREFUSED/, /unset/],
  ['a user with few rights', () => as(reader), /may not create databases/, /ALTER ROLE "reader"/],
])('%s is refused with what would help', async (_, url, reason, remedy) => {
  const error = await start(url()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ServiceUnavailable);
  expect((error as ServiceUnavailable).message).toMatch(reason);
  expect((error as ServiceUnavailable).remedy).toMatch(remedy);
  expect(await databases()).toEqual(['mine', 'postgres']);
});
