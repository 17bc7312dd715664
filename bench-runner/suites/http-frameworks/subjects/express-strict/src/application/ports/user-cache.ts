import type { CachedUser } from '../cached-user.ts';

export interface UserCache {
  find(id: number): Promise<CachedUser | undefined>;
  store(users: readonly CachedUser[]): Promise<void>;
  remove(id: number): Promise<void>;
  clear(): Promise<void>;
}
