import type { Pool, PoolClient, QueryResultRow } from 'pg';

export type Connection = Pool | PoolClient;

/** A query that each connection prepares once, under its name. */
export class Statement<Row extends QueryResultRow> {
  readonly name: string;
  readonly text: string;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  async rows(on: Connection, values: unknown[] = []): Promise<Row[]> {
    return (await on.query<Row>({ name: this.name, text: this.text, values })).rows;
  }

  async row(on: Connection, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.rows(on, values))[0];
  }

  /** Resolves to the number of rows changed. */
  async run(on: Connection, values: unknown[] = []): Promise<number> {
    return (await on.query({ name: this.name, text: this.text, values })).rowCount ?? 0;
  }
}
