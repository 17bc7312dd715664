import type { User } from '../../domain/user.ts';

/** Many users, read page by page. */
export interface UserDirectory {
  page(limit: number, offset: number): Promise<User[]>;
  count(): Promise<number>;
  after(id: number, limit: number): Promise<User[]>;
}
