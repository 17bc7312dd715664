import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import type { ColumnType } from './column-type.ts';
import type { ColumnsRepository, Rows } from './columns.repository.ts';

const wideProjected = {
  name: 'columns_wide_projected',
  text: 'SELECT id, name, email, status, created_at FROM users_wide ORDER BY id LIMIT $1',
};

@Injectable()
export class SqlColumnsRepository implements ColumnsRepository {
  constructor(private readonly postgres: PostgresService) {}

  narrow(limit: number): Rows {
    return this.#all('users_narrow', limit);
  }

  wide(limit: number): Rows {
    return this.#all('users_wide', limit);
  }

  extraWide(limit: number): Rows {
    return this.#all('users_extra_wide', limit);
  }

  wideProjected(limit: number): Rows {
    return this.postgres.queries.rows(wideProjected, [limit]);
  }

  typed(type: ColumnType, limit: number): Rows {
    return this.#all(`users_type_${type}`, limit);
  }

  plusOne(type: ColumnType, limit: number): Rows {
    return this.#all(`users_plus_${type}`, limit);
  }

  /** The names are this file's own and those of the list of types. */
  #all(table: string, limit: number): Rows {
    const all = { name: `columns_${table}`, text: `SELECT * FROM ${table} ORDER BY id LIMIT $1` };
    return this.postgres.queries.rows(all, [limit]);
  }
}
