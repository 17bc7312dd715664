export interface Config {
  host: string;
  port: number;
  databaseUrl: string | undefined;
  redisUrl: string;
  externalUrl: string;
  poolSize: number;
  workers: number;
  jwtSecret: string;
  dataLayer: 'sql' | 'orm';
  /** What `/health` answers as `server`. */
  subject: string;
}

/** @throws Error naming the variable that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const integer = (name: string, standard: number, least: number): number => {
    const value = Number(environment[name] ?? standard);
    if (Number.isInteger(value) && value >= least) return value;
    throw new Error(`${name} is "${environment[name]}", expected an integer from ${least}`);
  };
  const dataLayer = environment.DATA_LAYER ?? 'sql';
  if (dataLayer !== 'sql' && dataLayer !== 'orm') {
    throw new Error(`DATA_LAYER is "${dataLayer}", expected sql or orm`);
  }
  return {
    host: environment.HOST ?? '127.0.0.1',
    port: integer('PORT', 3000, 0),
    // Without it, pg goes by PGHOST and its like.
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL ?? 'redis://127.0.0.1:6379',
    externalUrl: environment.EXTERNAL_URL ?? 'http://127.0.0.1:9000/',
    poolSize: integer('DB_POOL_SIZE', 10, 1),
    workers: integer('WORKERS', 1, 1),
    jwtSecret: environment.JWT_SECRET ?? 'change-me-in-production',
    dataLayer,
    subject: environment.SUBJECT ?? 'express',
  };
}
