import { asc, getTableName, placeholder } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  type ColumnReader,
  columnTypes,
  type Width,
} from '../../../application/ports/column-reader.ts';
import type { Database } from './database.ts';
import {
  plusOneTable,
  typedTable,
  usersExtraWide,
  usersNarrow,
  usersWide,
} from './schema/columns.ts';

type Row = Record<string, unknown>;
type Select = (limit: number) => Promise<Row[]>;

export class DrizzleColumnReader implements ColumnReader {
  readonly #selects: ReadonlyMap<Width, Select>;

  constructor(database: Database) {
    const all = (table: PgTable & { id: PgColumn }): Select => {
      const query = database
        .select()
        .from(table as PgTable)
        .orderBy(asc(table.id))
        .limit(placeholder('limit'))
        .prepare(`drizzle_columns_${getTableName(table)}`);
      return (limit) => query.execute({ limit });
    };
    const { id, name, email, status, created_at } = usersWide;
    const projected = database
      .select({ id, name, email, status, created_at })
      .from(usersWide)
      .orderBy(asc(id))
      .limit(placeholder('limit'))
      .prepare('drizzle_columns_projected');
    this.#selects = new Map<Width, Select>([
      ['narrow', all(usersNarrow)],
      ['wide', all(usersWide)],
      ['extra-wide', all(usersExtraWide)],
      ['wide-projected', (limit) => projected.execute({ limit })],
      ...columnTypes.map((type) => [`type/${type}`, all(typedTable(type))] as const),
      ...columnTypes.map((type) => [`plus-one/${type}`, all(plusOneTable(type))] as const),
    ]);
  }

  first(width: Width, limit: number): Promise<Row[]> {
    return (this.#selects.get(width) as Select)(limit);
  }
}
