import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { config } from '../config/config.ts';

/** A query that each connection prepares once, under its name. */
export interface Statement {
  name: string;
  text: string;
}

/** What runs statements: the pool, or the one connection of a transaction. */
export interface Queries {
  rows<Row extends object>(statement: Statement, values?: unknown[]): Promise<Row[]>;
  row<Row extends object>(statement: Statement, values?: unknown[]): Promise<Row | undefined>;
  /** Resolves to the number of rows changed. */
  run(statement: Statement | { text: string }, values?: unknown[]): Promise<number>;
}

const queriesOn = (on: pg.Pool | pg.PoolClient): Queries => ({
  rows: async <Row extends object>(statement: Statement, values: unknown[] = []) =>
    (await on.query({ ...statement, values })).rows as Row[],
  row: async <Row extends object>(statement: Statement, values: unknown[] = []) =>
    (await on.query({ ...statement, values })).rows[0] as Row | undefined,
  run: async (statement, values = []) => (await on.query({ ...statement, values })).rowCount ?? 0,
});

export type Isolation = 'READ COMMITTED' | 'SERIALIZABLE';

@Injectable()
export class PostgresService implements OnApplicationShutdown {
  readonly #pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: config.poolSize,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 0,
    keepAlive: true,
  });
  readonly #logger = new Logger(PostgresService.name);
  readonly queries = queriesOn(this.#pool);

  constructor() {
    // Unheard, the event would end the process; the pool replaces the connection by itself.
    this.#pool.on('error', (error) => this.#logger.error(`A connection broke: ${error.message}`));
    // One in use says so too, besides failing its query.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async transaction<Result>(
    work: (queries: Queries) => Promise<Result>,
    isolation: Isolation = 'READ COMMITTED',
  ): Promise<Result> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      const result = await work(queriesOn(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}
