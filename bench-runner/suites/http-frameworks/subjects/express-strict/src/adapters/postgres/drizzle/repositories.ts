import type { Repositories } from '../repositories.ts';
import { DrizzleAuthorRepository } from './author-repository.ts';
import { DrizzleBulkItemRepository } from './bulk-item-repository.ts';
import { DrizzleColumnReader } from './column-reader.ts';
import type { Database } from './database.ts';
import { DrizzlePostSearch } from './post-search.ts';
import { DrizzleProductRepository } from './product-repository.ts';
import { DrizzleStatisticsReader } from './statistics-reader.ts';
import { DrizzleUserDirectory } from './user-directory.ts';
import { DrizzleUserRepository } from './user-repository.ts';

/** Drizzle over the pool. */
export const drizzleRepositories = (database: Database): Repositories => ({
  users: new DrizzleUserRepository(database),
  directory: new DrizzleUserDirectory(database),
  columns: new DrizzleColumnReader(database),
  authors: new DrizzleAuthorRepository(database),
  bulkItems: new DrizzleBulkItemRepository(database),
  products: new DrizzleProductRepository(database),
  statistics: new DrizzleStatisticsReader(database),
  posts: new DrizzlePostSearch(database),
});
