import { z } from 'zod';

export const timestamp = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    'expected ISO 8601 with a zone',
  );

export const id = z.int().min(1);

export const duration = z.number().min(0);

export const user = z.strictObject({
  id,
  name: z.string().min(1),
  email: z.string().includes('@'),
  created_at: timestamp,
});
export type User = z.infer<typeof user>;
