import type { UserCache } from '../ports/user-cache.ts';

export class FlushCache {
  readonly #cache: UserCache;

  constructor(cache: UserCache) {
    this.#cache = cache;
  }

  execute(): Promise<void> {
    return this.#cache.clear();
  }
}

export class ForgetCachedUser {
  readonly #cache: UserCache;

  constructor(cache: UserCache) {
    this.#cache = cache;
  }

  execute(id: number): Promise<void> {
    return this.#cache.remove(id);
  }
}
