export interface User {
  id: number;
  name: string;
  email: string;
  created_at: Date;
}

export type NewUser = Pick<User, 'name' | 'email'>;

export interface Post {
  id: number;
  title: string;
  views: number;
}

export interface Author {
  id: number;
  name: string;
  email: string;
  posts: Post[];
}

export interface Product {
  id: number;
  name: string;
  stock: number;
  version: number;
  updated_at: Date;
}

export interface BulkItem {
  name: string;
  value: number;
}

export interface Page {
  limit: number;
  offset: number;
}

export const columnTypes = ['int', 'timestamp', 'uuid', 'varchar', 'text', 'jsonb'] as const;
export type ColumnType = (typeof columnTypes)[number];

export const bulkOperations = [
  'insert-individual',
  'insert-batch',
  'insert-raw',
  'update-individual',
  'update-bulk',
] as const;
export type BulkOperation = (typeof bulkOperations)[number];

export const lockings = ['no-lock', 'pessimistic', 'optimistic', 'serializable'] as const;
export type Locking = (typeof lockings)[number];

export interface Decrement {
  success: boolean;
  old_stock: number;
  new_stock: number;
  retries: number;
  error?: string;
}

export interface UserStore {
  find(id: number): Promise<User | undefined>;
  /** @throws EmailTaken */
  create(user: NewUser): Promise<User>;
  /** @throws EmailTaken */
  update(id: number, user: NewUser): Promise<User | undefined>;
  remove(id: number): Promise<boolean>;
  first(count: number): Promise<User[]>;
}

export interface PaginationStore {
  page(page: Page): Promise<User[]>;
  count(): Promise<number>;
  after(id: number, limit: number): Promise<User[]>;
}

/** Rows with all columns of a table, as they are sent. */
export type Rows = Promise<Record<string, unknown>[]>;

export interface ColumnStore {
  narrow(limit: number): Rows;
  wide(limit: number): Rows;
  extraWide(limit: number): Rows;
  wideProjected(limit: number): Rows;
  typed(type: ColumnType, limit: number): Rows;
  plusOne(type: ColumnType, limit: number): Rows;
}

export interface AuthorStore {
  /** 1 + N queries. */
  lazy(page: Page): Promise<Author[]>;
  /** One query with a join. */
  eager(page: Page): Promise<Author[]>;
  /** Two queries, the second for the posts of all authors. */
  subquery(page: Page): Promise<Author[]>;
}

export interface BulkItemStore {
  clean(): Promise<number>;
  /** Resolves to the number of rows changed. */
  run(operation: BulkOperation, count: number): Promise<number>;
}

export interface ProductStore {
  reset(): Promise<number>;
  find(id: number): Promise<Product | undefined>;
  /** Resolves to undefined where there is no such product. */
  decrement(locking: Locking, id: number, quantity: number): Promise<Decrement | undefined>;
}

export interface Counts {
  count_star: number;
  count_id: number;
  count_distinct_status: number;
}

export interface CountryStatistics {
  country: string;
  user_count: number;
  total_logins: number;
  avg_logins: number;
}

export interface AuthorStatistics {
  author_id: number;
  author_name: string;
  post_count: number;
  total_views: number;
  avg_views: number;
}

export interface AggregationStore {
  counts(): Promise<Counts>;
  byCountry(limit: number): Promise<CountryStatistics[]>;
  byAuthor(limit: number): Promise<AuthorStatistics[]>;
}

export type Hit = Pick<Post, 'id' | 'title'>;

export interface SearchStore {
  like(term: string, limit: number): Promise<Hit[]>;
  fullText(term: string, limit: number): Promise<Hit[]>;
}

/** What routes ask of the database; `sql/` and `drizzle/` each provide it. */
export interface Store {
  users: UserStore;
  pagination: PaginationStore;
  columns: ColumnStore;
  authors: AuthorStore;
  bulkItems: BulkItemStore;
  products: ProductStore;
  search: SearchStore;
}

export class EmailTaken extends Error {
  override readonly name = 'EmailTaken';
}
