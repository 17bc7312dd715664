import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoverSubjects } from '../../../discovery/subjects.ts';
import { prepareSubjects } from '../../../execute/prepare-subjects.ts';
import { runContract, runSections } from './run-contract.ts';
import { faults } from './testing/faults.ts';
import { startFaultyProxy } from './testing/faulty-proxy.ts';
import { jwtSecret, type SubjectServer, startSubject } from './testing/subject-server.ts';
import { type SuiteServices, startSuiteServices } from './testing/suite-services.ts';

const folder = fileURLToPath(new URL('../subjects', import.meta.url));
const subjects = (await discoverSubjects(folder)).filter(({ manifest }) => manifest.server);
const layers = ['sql', 'orm'] as const;

const preparedWithinMs = 300_000;
const keptWithinMs = 120_000;

let services: SuiteServices;

beforeAll(async () => {
  services = await startSuiteServices();
}, preparedWithinMs);
afterAll(() => services?.stop(), 30_000);

const contextOf = (url: string, subject: string) => ({
  url,
  subject,
  environment: { JWT_SECRET: jwtSecret },
  signal: AbortSignal.timeout(keptWithinMs),
});

async function inDatabase<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: services.environment.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test.each([
  ['users_extra_wide', 'rows', '0118721ba8465665a499cba180584381'],
  ['users_type_jsonb', 'rows', 'adce088f174e3a51851500461a77ade7'],
  [
    'posts',
    'ROW(id, author_id, title, body, views, created_at, search)',
    'e1415b6c225c7560afc810b90a9b6eea',
  ],
])(
  'the rows of %s are those of every other machine',
  async (table, row, expected) => {
    const { rows } = await inDatabase(async (client) => {
      await client.query("SET timezone TO 'UTC'");
      return client.query(
        `SELECT md5(string_agg(md5(${row}::text), '' ORDER BY id)) AS sum FROM ${table} AS rows`,
      );
    });
    expect(rows).toEqual([{ sum: expected }]);
  },
  30_000,
);

describe.each(subjects)('$id', (subject) => {
  let unavailable: object | undefined;

  beforeAll(async () => {
    const prepared = await prepareSubjects(
      [subject],
      AbortSignal.timeout(preparedWithinMs),
      () => {},
    );
    unavailable = prepared.get(subject.id);
  }, preparedWithinMs);

  test('can be installed and built', () => {
    expect(unavailable).toBeUndefined();
  });

  describe.each(layers)('with the data layer %s', (layer) => {
    let server: SubjectServer;

    beforeAll(async () => {
      await services.restore();
      server = await startSubject(subject, { ...services.environment, DATA_LAYER: layer });
    }, 60_000);
    afterAll(() => server?.end(), 30_000);

    test(
      'keeps the contract',
      async () => {
        await runContract(contextOf(server.url, subject.id));
      },
      keptWithinMs,
    );

    test('takes nothing from a stock that is too small', async () => {
      await inDatabase((client) => client.query('UPDATE products SET stock = 2 WHERE id = 4'));
      for (const method of ['no-lock', 'pessimistic', 'optimistic', 'serializable']) {
        const path = `/transactions/decrement/${method}?product_id=4&quantity=3`;
        const response = await fetch(server.url + path, { method: 'POST' });
        expect(response.status, path).toBe(200);
        expect(await response.json(), path).toMatchObject({
          success: false,
          old_stock: 2,
          new_stock: 2,
          error: expect.stringMatching(/./),
        });
      }
    }, 30_000);

    test('goes on after its database connections were cut, idle and within a transaction', async () => {
      const cut = () =>
        inDatabase((client) =>
          client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()`),
        );
      const user = () => fetch(`${server.url}/users/1`).then(({ status }) => status);
      await cut();
      await expect.poll(user, { timeout: 15_000 }).toBe(200);
      const slow = fetch(`${server.url}/bulk-operations/insert-individual?count=10000`, {
        method: 'POST',
      });
      const inserting = () =>
        inDatabase(async (client) => {
          const { rowCount } = await client.query(`SELECT FROM pg_stat_activity
            WHERE datname = current_database() AND query ILIKE 'insert into%bulk_items%'`);
          return rowCount;
        });
      await expect.poll(inserting, { timeout: 15_000, interval: 5 }).toBeGreaterThan(0);
      await cut();
      expect((await slow).status).toBeGreaterThanOrEqual(500);
      await expect.poll(user, { timeout: 15_000 }).toBe(200);
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
    }, 60_000);
  });

  test('stops on SIGTERM, with two workers and without a service to speak to', async () => {
    const server = await startSubject(subject, { WORKERS: '2' });
    try {
      await runContract({ ...contextOf(server.url, subject.id), services: [], parts: [] });
      expect(await server.terminate()).toBe('exit code 0');
    } finally {
      await server.end();
    }
  }, 60_000);
});

describe('the contract', () => {
  const subject = subjects.find(({ id }) => id === 'fastify')!;
  let server: SubjectServer;

  beforeAll(async () => {
    await services.restore();
    server = await startSubject(subject, services.environment);
  }, 60_000);
  afterAll(() => server?.end(), 30_000);

  test.each(faults)(
    'catches a server that %s',
    async (_, section, fault, message) => {
      const proxy = await startFaultyProxy(server.url, fault);
      try {
        const run = runSections(contextOf(proxy.url, 'fastify'), [section]);
        await expect(run).rejects.toThrow(message);
      } finally {
        proxy.close();
      }
    },
    60_000,
  );

  test('stops asking a server that is gone, and says so', async () => {
    const proxy = await startFaultyProxy(server.url, {});
    proxy.close();
    await expect(runContract(contextOf(proxy.url, 'fastify'))).rejects.toThrow(
      /in 2 places.*\n.*GET \/health got no answer.*\n.*the server is gone, and nothing more/,
    );
  }, 60_000);

  test(
    'finds nothing wrong with a server that is right, asked through the same proxy',
    async () => {
      const proxy = await startFaultyProxy(server.url, {});
      try {
        const asked = [...new Set(faults.map(([, section]) => section))];
        await runSections(contextOf(proxy.url, 'fastify'), asked);
      } finally {
        proxy.close();
      }
    },
    keptWithinMs,
  );
});
