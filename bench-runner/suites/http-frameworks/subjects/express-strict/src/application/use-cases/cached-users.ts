import { NotFound } from '../../domain/errors.ts';
import { type CachedUser, cachedFrom } from '../cached-user.ts';
import type { UserCache } from '../ports/user-cache.ts';
import type { UserRepository } from '../ports/user-repository.ts';

export interface SourcedUser {
  source: 'cache' | 'database';
  user: CachedUser;
}

export class ReadUser {
  readonly #users: UserRepository;

  constructor(users: UserRepository) {
    this.#users = users;
  }

  /** @throws NotFound */
  async execute(id: number): Promise<SourcedUser> {
    const user = await this.#users.find(id);
    if (!user) throw new NotFound('id', id);
    return { source: 'database', user: cachedFrom(user) };
  }
}

export class ReadUserThroughCache {
  readonly #cache: UserCache;
  readonly #database: ReadUser;

  constructor(cache: UserCache, users: UserRepository) {
    this.#cache = cache;
    this.#database = new ReadUser(users);
  }

  /** Without a cache there is still an answer. @throws NotFound */
  async execute(id: number): Promise<SourcedUser> {
    const cached = await this.#cache.find(id).catch(() => undefined);
    if (cached) return { source: 'cache', user: cached };
    const found = await this.#database.execute(id);
    await this.#cache.store([found.user]).catch(() => undefined);
    return found;
  }
}

export class WarmUpCache {
  readonly #cache: UserCache;
  readonly #users: UserRepository;

  constructor(cache: UserCache, users: UserRepository) {
    this.#cache = cache;
    this.#users = users;
  }

  async execute(count: number): Promise<number> {
    const users = await this.#users.first(count);
    await this.#cache.store(users.map(cachedFrom));
    return users.length;
  }
}
