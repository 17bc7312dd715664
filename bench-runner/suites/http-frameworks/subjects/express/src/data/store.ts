import type { ColumnType } from './columns.ts';

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

export type Rows = Record<string, unknown>[];

export interface UserStore {
  first(count: number): Promise<User[]>;
  find(id: number): Promise<User | undefined>;
  /** @throws Refusal where another user has the e-mail address. */
  create(user: NewUser): Promise<User>;
  /** @throws Refusal where another user has the e-mail address. */
  update(id: number, user: NewUser): Promise<User | undefined>;
  /** Whether there was such a user. */
  remove(id: number): Promise<boolean>;
}

export interface PaginationStore {
  page(offset: number, size: number): Promise<User[]>;
  count(): Promise<number>;
  after(id: number, size: number): Promise<User[]>;
}

export interface ColumnStore {
  narrow(limit: number): Promise<Rows>;
  wide(limit: number): Promise<Rows>;
  extraWide(limit: number): Promise<Rows>;
  wideProjected(limit: number): Promise<Rows>;
  typed(type: ColumnType, limit: number): Promise<Rows>;
  plusOne(type: ColumnType, limit: number): Promise<Rows>;
}

export interface AuthorStore {
  /** One query for the authors, and one for the posts of each. */
  lazy(limit: number, offset: number): Promise<Author[]>;
  /** One query with a join. */
  eager(limit: number, offset: number): Promise<Author[]>;
  /** One query for the authors, and one for the posts of all. */
  subquery(limit: number, offset: number): Promise<Author[]>;
}

/** Each resolves to the number of rows inserted, updated or deleted. */
export interface BulkStore {
  cleanup(): Promise<number>;
  insertIndividual(count: number): Promise<number>;
  insertBatch(count: number): Promise<number>;
  insertRaw(count: number): Promise<number>;
  updateIndividual(count: number): Promise<number>;
  updateBulk(count: number): Promise<number>;
}

/** What decrementing a stock is made of, in a transaction or out of it. */
export interface StockAccess {
  read(id: number): Promise<Pick<Product, 'stock' | 'version'> | undefined>;
  /** Locks the row until the transaction ends. */
  readForUpdate(id: number): Promise<Pick<Product, 'stock' | 'version'> | undefined>;
  write(id: number, stock: number): Promise<void>;
  /** Whether the row still had the version. */
  writeIfVersion(id: number, stock: number, version: number): Promise<boolean>;
}

export interface ProductStore extends StockAccess {
  find(id: number): Promise<Product | undefined>;
  reset(stock: number): Promise<number>;
  transaction<Result>(
    isolation: 'read committed' | 'serializable',
    work: (stock: StockAccess) => Promise<Result>,
  ): Promise<Result>;
}

export interface AggregationStore {
  counts(): Promise<{ count_star: number; count_id: number; count_distinct_status: number }>;
  byCountry(limit: number): Promise<Rows>;
  byAuthor(limit: number): Promise<Rows>;
}

export interface SearchStore {
  like(q: string, limit: number): Promise<Pick<Post, 'id' | 'title'>[]>;
  fulltext(q: string, limit: number): Promise<Pick<Post, 'id' | 'title'>[]>;
}

/** Everything the application keeps in PostgreSQL; there is one of raw SQL and one of Drizzle. */
export interface Store {
  users: UserStore;
  pagination: PaginationStore;
  columns: ColumnStore;
  authors: AuthorStore;
  bulkItems: BulkStore;
  products: ProductStore;
  aggregation: AggregationStore;
  search: SearchStore;
}
