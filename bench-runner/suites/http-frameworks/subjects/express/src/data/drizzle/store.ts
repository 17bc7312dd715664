import type { Pool } from 'pg';
import type { Store } from '../store.ts';
import { createAggregationStore } from './aggregation.ts';
import { createAuthorStore } from './authors.ts';
import { createBulkStore } from './bulk-items.ts';
import { createColumnStore } from './columns.ts';
import { connect } from './database.ts';
import { createProductStore } from './products.ts';
import { createSearchStore } from './search.ts';
import { createPaginationStore, createUserStore } from './users.ts';

/** Queries built by Drizzle, over the same pool; those without choices are prepared. */
export function createDrizzleStore(pool: Pool): Store {
  const database = connect(pool);
  return {
    users: createUserStore(database),
    pagination: createPaginationStore(database),
    columns: createColumnStore(database),
    authors: createAuthorStore(database),
    bulkItems: createBulkStore(database),
    products: createProductStore(database),
    aggregation: createAggregationStore(database),
    search: createSearchStore(database),
  };
}
