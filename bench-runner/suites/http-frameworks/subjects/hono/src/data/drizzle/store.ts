import type { Store } from '../store.ts';
import { drizzleAuthors } from './authors.ts';
import { drizzleBulkItems } from './bulk-items.ts';
import { drizzleColumns } from './columns.ts';
import type { Database } from './database.ts';
import { drizzlePagination } from './pagination.ts';
import { drizzleProducts } from './products.ts';
import { drizzleSearch } from './search.ts';
import { drizzleUsers } from './users.ts';

/** Drizzle over the same pool. */
export function drizzleStore(database: Database): Store {
  return {
    users: drizzleUsers(database),
    pagination: drizzlePagination(database),
    columns: drizzleColumns(database),
    authors: drizzleAuthors(database),
    bulkItems: drizzleBulkItems(database),
    products: drizzleProducts(database),
    search: drizzleSearch(database),
  };
}
