import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { User } from '../data/store.ts';

const secondsToLive = 300;
const key = (id: number) => `user:${id}`;

const CachedUser = z.object({ id: z.number(), name: z.string(), email: z.string() });
export type CachedUser = z.infer<typeof CachedUser>;

/** Users in Redis, each under a key of its own. */
export class UserCache {
  readonly #redis: Redis;

  constructor({ REDIS_URL }: Config) {
    // A command fails with the first connection that does, so that its request can go on without.
    this.#redis = new Redis(REDIS_URL, {
      lazyConnect: true,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
      commandTimeout: 1_000,
      enableAutoPipelining: true,
    });
    this.#redis.on('error', (error: Error) => console.error(`Redis: ${error.message}`));
  }

  /** Undefined where it is not there, and where Redis does not answer. */
  async get(id: number): Promise<CachedUser | undefined> {
    const cached = await this.#redis.get(key(id)).catch(() => null);
    return cached === null ? undefined : CachedUser.parse(JSON.parse(cached));
  }

  async set({ id, name, email }: CachedUser): Promise<void> {
    await this.#redis.set(key(id), JSON.stringify({ id, name, email }), 'EX', secondsToLive);
  }

  async fill(users: readonly User[]): Promise<void> {
    await Promise.all(users.map((user) => this.set(user)));
  }

  async remove(id: number): Promise<void> {
    await this.#redis.del(key(id));
  }

  /** Removes the users and nothing else: the Redis may be shared. */
  async clear(): Promise<void> {
    for await (const keys of this.#redis.scanStream({ match: 'user:*', count: 1_000 })) {
      if (keys.length > 0) await this.#redis.del(...(keys as string[]));
    }
  }

  close(): void {
    this.#redis.disconnect();
  }
}
