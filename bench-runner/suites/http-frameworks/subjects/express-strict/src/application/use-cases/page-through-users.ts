import type { User } from '../../domain/user.ts';
import type { UserDirectory } from '../ports/user-directory.ts';

export interface UserPage {
  items: User[];
  /** Left out where it was not asked for. */
  total?: number;
}

export class PageThroughUsers {
  readonly #directory: UserDirectory;

  constructor(directory: UserDirectory) {
    this.#directory = directory;
  }

  async execute(page: number, size: number, counted: boolean): Promise<UserPage> {
    const items = this.#directory.page(size, (page - 1) * size);
    if (!counted) return { items: await items };
    const [found, total] = await Promise.all([items, this.#directory.count()]);
    return { items: found, total };
  }
}

export class ContinueFromCursor {
  readonly #directory: UserDirectory;

  constructor(directory: UserDirectory) {
    this.#directory = directory;
  }

  async execute(cursor: number, size: number): Promise<{ items: User[]; next: number | null }> {
    const items = await this.#directory.after(cursor, size);
    return { items, next: items.length === size ? (items.at(-1)?.id ?? null) : null };
  }
}
