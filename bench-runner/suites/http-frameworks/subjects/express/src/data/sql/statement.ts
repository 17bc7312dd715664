import type { ClientBase, Pool, QueryResultRow } from 'pg';

export type Connection = Pool | ClientBase;

/** A statement with a name is parsed once for each connection. */
export interface Statement {
  name: string;
  text: string;
}

export async function rowsOf<Row extends QueryResultRow>(
  connection: Connection,
  statement: Statement,
  values: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await connection.query<Row>({ ...statement, values });
  return rows;
}

export async function countOf(
  connection: Connection,
  statement: Statement | { text: string },
  values: unknown[] = [],
): Promise<number> {
  const { rowCount } = await connection.query({ ...statement, values });
  return rowCount ?? 0;
}

/** Runs work on one connection, and commits what it did or takes it back. */
export async function inTransaction<Result>(
  pool: Pool,
  begin: 'BEGIN' | 'BEGIN ISOLATION LEVEL SERIALIZABLE',
  work: (connection: ClientBase) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query(begin);
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}
