/** Rows of each table after loading, for the bounds of ids, pages and limits. */
export const volumes = {
  users: 1_000,
  usersPagination: 100_000,
  /** Each of the tables that differ in number or type of columns. */
  columnRows: 100_000,
  authors: 1_000,
  postsPerAuthor: 8,
  posts: 8_000,
  bulkItems: 0,
  products: 4,
} as const;

/** Stock and version of every product, after loading and after `POST /transactions/reset`. */
export const productStock = 1_000_000;

/** Types of the tables `users_type_…` and `users_plus_…`. */
export const columnTypes = ['int', 'timestamp', 'uuid', 'varchar', 'text', 'jsonb'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** Words that the given number of posts hold in their body, and no others; all lower case. */
export const searchTerms = {
  rare: { word: 'zeppelin', posts: volumes.posts / 1_000 },
  occasional: { word: 'kestrel', posts: volumes.posts / 100 },
  common: { word: 'harbour', posts: volumes.posts / 10 },
  frequent: { word: 'orchard', posts: volumes.posts / 2 },
} as const;
