import type { Pool } from 'pg';
import type { Repositories } from '../repositories.ts';
import { SqlAuthorRepository } from './author-repository.ts';
import { SqlBulkItemRepository } from './bulk-item-repository.ts';
import { SqlColumnReader } from './column-reader.ts';
import { SqlPostSearch } from './post-search.ts';
import { SqlProductRepository } from './product-repository.ts';
import { SqlStatisticsReader } from './statistics-reader.ts';
import { SqlUserDirectory } from './user-directory.ts';
import { SqlUserRepository } from './user-repository.ts';

/** Raw SQL through `pg`. */
export const sqlRepositories = (pool: Pool): Repositories => ({
  users: new SqlUserRepository(pool),
  directory: new SqlUserDirectory(pool),
  columns: new SqlColumnReader(pool),
  authors: new SqlAuthorRepository(pool),
  bulkItems: new SqlBulkItemRepository(pool),
  products: new SqlProductRepository(pool),
  statistics: new SqlStatisticsReader(pool),
  posts: new SqlPostSearch(pool),
});
