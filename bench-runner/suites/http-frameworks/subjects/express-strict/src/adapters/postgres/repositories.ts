import type { AuthorRepository } from '../../application/ports/author-repository.ts';
import type { BulkItemRepository } from '../../application/ports/bulk-item-repository.ts';
import type { ColumnReader } from '../../application/ports/column-reader.ts';
import type { PostSearch } from '../../application/ports/post-search.ts';
import type { ProductRepository } from '../../application/ports/product-repository.ts';
import type { StatisticsReader } from '../../application/ports/statistics-reader.ts';
import type { UserDirectory } from '../../application/ports/user-directory.ts';
import type { UserRepository } from '../../application/ports/user-repository.ts';

/** Every port that PostgreSQL stands behind. */
export interface Repositories {
  users: UserRepository;
  directory: UserDirectory;
  columns: ColumnReader;
  authors: AuthorRepository;
  bulkItems: BulkItemRepository;
  products: ProductRepository;
  statistics: StatisticsReader;
  posts: PostSearch;
}
