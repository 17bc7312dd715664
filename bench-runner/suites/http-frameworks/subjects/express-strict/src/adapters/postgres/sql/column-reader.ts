import type { Pool } from 'pg';
import {
  type ColumnReader,
  columnTypes,
  type Width,
} from '../../../application/ports/column-reader.ts';
import { Statement } from './statement.ts';

type Row = Record<string, unknown>;

const first = (table: string, columns = '*') =>
  new Statement<Row>(
    `columns_${table}_${columns === '*' ? 'all' : 'some'}`,
    `SELECT ${columns} FROM ${table} ORDER BY id LIMIT $1`,
  );

const statements = new Map<Width, Statement<Row>>([
  ['narrow', first('users_narrow')],
  ['wide', first('users_wide')],
  ['extra-wide', first('users_extra_wide')],
  ['wide-projected', first('users_wide', 'id, name, email, status, created_at')],
  ...columnTypes.map((type) => [`type/${type}`, first(`users_type_${type}`)] as const),
  ...columnTypes.map((type) => [`plus-one/${type}`, first(`users_plus_${type}`)] as const),
]);

export class SqlColumnReader implements ColumnReader {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  first(width: Width, limit: number): Promise<Row[]> {
    return (statements.get(width) as Statement<Row>).rows(this.#pool, [limit]);
  }
}
