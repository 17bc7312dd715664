export const columnTypes = ['int', 'timestamp', 'uuid', 'varchar', 'text', 'jsonb'] as const;
export type ColumnType = (typeof columnTypes)[number];

export type Width =
  | 'narrow'
  | 'wide'
  | 'extra-wide'
  | 'wide-projected'
  | `type/${ColumnType}`
  | `plus-one/${ColumnType}`;

/** Rows for reading only: no rule of the domain applies to them, so they are no entities. */
export interface ColumnReader {
  first(width: Width, limit: number): Promise<Record<string, unknown>[]>;
}
