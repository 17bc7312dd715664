import { Redis } from 'ioredis';
import type { User } from '../data/store.ts';

const secondsToLive = 300;
const commandTimeout = 1_000;

export type CachedUser = Pick<User, 'id' | 'name' | 'email'>;

export interface UserCache {
  find(id: number): Promise<CachedUser | undefined>;
  store(users: readonly CachedUser[]): Promise<void>;
  remove(id: number): Promise<number>;
  clear(): Promise<number>;
  close(): Promise<void>;
}

const key = (id: number) => `user:${id}`;
const serialise = ({ id, name, email }: CachedUser) => JSON.stringify({ id, name, email });

export function createUserCache(url: string): UserCache {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, commandTimeout });
  redis.on('error', (error) => console.error(error));
  return {
    find: async (id) => {
      const found = await redis.get(key(id));
      return found === null ? undefined : JSON.parse(found);
    },
    store: async (users) => {
      const commands = redis.pipeline();
      for (const user of users) commands.set(key(user.id), serialise(user), 'EX', secondsToLive);
      const replies = await commands.exec();
      for (const [error] of replies ?? []) if (error) throw error;
    },
    remove: (id) => redis.del(key(id)),
    clear: async () => {
      let removed = 0;
      for await (const keys of redis.scanStream({ match: 'user:*', count: 500 })) {
        if (keys.length > 0) removed += await redis.del(...keys);
      }
      return removed;
    },
    close: async () => {
      // Still answers what was sent; a connection that was never made has nothing to answer.
      if (redis.status === 'ready') await redis.quit();
      else redis.disconnect();
    },
  };
}
