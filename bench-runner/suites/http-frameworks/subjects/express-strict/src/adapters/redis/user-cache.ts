import { Redis } from 'ioredis';
import type { CachedUser } from '../../application/cached-user.ts';
import type { UserCache } from '../../application/ports/user-cache.ts';

const secondsToLive = 300;
const key = (id: number) => `user:${id}`;

export class RedisUserCache implements UserCache {
  readonly #redis: Redis;

  constructor(url: string) {
    // A command fails with the first connection that does, so that its request can go on without.
    this.#redis = new Redis(url, {
      lazyConnect: true,
      maxRetriesPerRequest: 1,
      commandTimeout: 1_000,
    });
    this.#redis.on('error', (error: Error) => console.error(`Redis: ${error.message}`));
  }

  async find(id: number): Promise<CachedUser | undefined> {
    const found = await this.#redis.get(key(id));
    return found === null ? undefined : (JSON.parse(found) as CachedUser);
  }

  async store(users: readonly CachedUser[]): Promise<void> {
    const commands = this.#redis.pipeline();
    for (const user of users) {
      commands.set(key(user.id), JSON.stringify(user), 'EX', secondsToLive);
    }
    for (const [error] of (await commands.exec()) ?? []) if (error) throw error;
  }

  async remove(id: number): Promise<void> {
    await this.#redis.del(key(id));
  }

  /** Removes the users and nothing else: the Redis may be shared. */
  async clear(): Promise<void> {
    for await (const keys of this.#redis.scanStream({ match: 'user:*', count: 500 })) {
      if (keys.length > 0) await this.#redis.del(...(keys as string[]));
    }
  }

  close(): void {
    this.#redis.disconnect();
  }
}
