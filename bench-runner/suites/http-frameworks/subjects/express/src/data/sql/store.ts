import type { Pool } from 'pg';
import type { Store } from '../store.ts';
import { createAggregationStore } from './aggregation.ts';
import { createAuthorStore } from './authors.ts';
import { createBulkStore } from './bulk-items.ts';
import { createColumnStore } from './columns.ts';
import { createProductStore } from './products.ts';
import { createSearchStore } from './search.ts';
import { createPaginationStore, createUserStore } from './users.ts';

/** SQL in named statements, through pg alone. */
export function createSqlStore(pool: Pool): Store {
  return {
    users: createUserStore(pool),
    pagination: createPaginationStore(pool),
    columns: createColumnStore(pool),
    authors: createAuthorStore(pool),
    bulkItems: createBulkStore(pool),
    products: createProductStore(pool),
    aggregation: createAggregationStore(pool),
    search: createSearchStore(pool),
  };
}
