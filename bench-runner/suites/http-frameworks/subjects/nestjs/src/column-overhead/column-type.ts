export const columnTypes = ['int', 'timestamp', 'uuid', 'varchar', 'text', 'jsonb'] as const;
export type ColumnType = (typeof columnTypes)[number];
