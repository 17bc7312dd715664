const integer = (name: string, fallback: number, low: number): number => {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= low) return value;
  throw new Error(`${name} is "${text}"; expected an integer from ${low}.`);
};

const oneOf = <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value => {
  const text = process.env[name] ?? values[0];
  const value = values.find((known) => known === text);
  if (value !== undefined) return value;
  throw new Error(`${name} is "${text}"; expected one of ${values.join(', ')}.`);
};

/**
 * Read once, when the process starts: which providers a module has depends on it. Clients connect
 * when they are first used, so a scenario without a service needs no address.
 */
export const config = {
  port: integer('PORT', 3000, 0),
  host: process.env.HOST ?? '127.0.0.1',
  databaseUrl: process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  redisUrl: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379',
  externalUrl: process.env.EXTERNAL_URL ?? 'http://127.0.0.1:9000',
  poolSize: integer('DB_POOL_SIZE', 10, 1),
  workers: integer('WORKERS', 1, 1),
  jwtSecret: process.env.JWT_SECRET ?? 'change-me-in-production',
  dataLayer: oneOf('DATA_LAYER', ['sql', 'orm']),
  adapter: oneOf('ADAPTER', ['fastify', 'express']),
  subject: process.env.SUBJECT ?? 'nestjs',
};
