import { z } from 'zod';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  // Clients connect when they are first used: a scenario without the service needs no address.
  DATABASE_URL: z.string().default('postgres://postgres@127.0.0.1:5432/postgres'),
  REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
  EXTERNAL_URL: z.url().default('http://127.0.0.1:9000'),
  DB_POOL_SIZE: z.coerce.number().int().min(1).default(10),
  WORKERS: z.coerce.number().int().min(1).default(1),
  JWT_SECRET: z.string().min(1).default('change-me-in-production'),
  DATA_LAYER: z.enum(['sql', 'orm']).default('sql'),
  SUBJECT: z.string().default('express-strict'),
});

export type Config = z.infer<typeof Environment>;

/** @throws Error that names each variable with a wrong value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
}
