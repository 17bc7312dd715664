import { z } from 'zod';
import type { Column } from '../data/columns.ts';
import type { ColumnType } from '../data/volumes.ts';
import { id, timestamp } from './shapes.ts';

const shapes: [RegExp, z.ZodType][] = [
  [/^integer/, z.int()],
  [/^text/, z.string()],
  [/^timestamptz/, timestamp],
  [/^boolean/, z.boolean()],
];

function shapeOf(column: Column): z.ZodType {
  const found = shapes.find(([type]) => type.test(column.type));
  if (!found)
    throw new Error(`${column.name} has the type ${column.type}, which has no shape here`);
  return found[1];
}

/** A row with exactly the columns given, `id` first. */
export function shapeOfColumns(columns: readonly Column[]) {
  const others = columns.filter(({ name }) => name !== 'id');
  return z.strictObject({
    id,
    ...Object.fromEntries(others.map((column) => [column.name, shapeOf(column)])),
  });
}

const types: Record<ColumnType, z.ZodType> = {
  int: z.int(),
  timestamp,
  // Of any version: what matters here is its width.
  uuid: z.guid(),
  varchar: z.string().min(1),
  text: z.string().min(1),
  jsonb: z.strictObject({
    score: z.int(),
    status: z.string(),
    active: z.boolean(),
    tags: z.array(z.string()),
  }),
};

export const shapeOfType = (type: ColumnType): z.ZodType => types[type];
