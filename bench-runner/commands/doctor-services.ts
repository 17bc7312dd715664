import type { Check } from '../environment/check.ts';
import { scrub } from '../process/scrub.ts';
import { inspectPostgres } from '../services/postgres/inspect.ts';
import { inspectRedis } from '../services/redis/inspect.ts';

/** Says which servers suites would be given here, without starting one. */
export async function checkServices(): Promise<Check[]> {
  const [postgres, redis] = await Promise.all([inspectPostgres(), inspectRedis()]);
  const check = { group: 'services', needed: false } as const;
  return [
    { id: 'postgres-service', title: 'PostgreSQL', ...check, ...postgres },
    { id: 'redis-service', title: 'Redis', ...check, ...redis },
    // What a driver says may name the machine that a variable names.
  ].map((each): Check => ({ ...each, finding: scrub(each.finding) }));
}
