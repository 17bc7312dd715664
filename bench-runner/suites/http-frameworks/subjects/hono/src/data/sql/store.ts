import type { Pool } from 'pg';
import type { Store } from '../store.ts';
import { sqlAuthors } from './authors.ts';
import { sqlBulkItems } from './bulk-items.ts';
import { sqlColumns } from './columns.ts';
import { sqlPagination } from './pagination.ts';
import { sqlProducts } from './products.ts';
import { sqlSearch } from './search.ts';
import { sqlUsers } from './users.ts';

/** Raw SQL through `pg`. */
export function sqlStore(pool: Pool): Store {
  return {
    users: sqlUsers(pool),
    pagination: sqlPagination(pool),
    columns: sqlColumns(pool),
    authors: sqlAuthors(pool),
    bulkItems: sqlBulkItems(pool),
    products: sqlProducts(pool),
    search: sqlSearch(pool),
  };
}
