import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { config } from '../config/config.ts';
import type { UserAnswer } from '../users/user.dto.ts';

export type CachedUser = Pick<UserAnswer, 'id' | 'name' | 'email'>;

const secondsToLive = 300;
const key = (id: number) => `user:${id}`;

@Injectable()
export class UserCacheService implements OnApplicationShutdown {
  readonly #logger = new Logger(UserCacheService.name);
  // A command fails with the first connection that does, so that its request can go on without.
  readonly #redis = new Redis(config.redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    enableAutoPipelining: true,
  });

  constructor() {
    this.#redis.on('error', (error: Error) => this.#logger.error(error.message));
  }

  /** Null where it is not there, and where Redis does not answer. */
  async get(id: number): Promise<CachedUser | null> {
    const cached = await this.#redis.get(key(id)).catch(() => null);
    return cached === null ? null : (JSON.parse(cached) as CachedUser);
  }

  async set({ id, name, email }: CachedUser): Promise<void> {
    await this.#redis.set(key(id), JSON.stringify({ id, name, email }), 'EX', secondsToLive);
  }

  async fill(users: readonly CachedUser[]): Promise<void> {
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

  onApplicationShutdown(): void {
    this.#redis.disconnect();
  }
}
