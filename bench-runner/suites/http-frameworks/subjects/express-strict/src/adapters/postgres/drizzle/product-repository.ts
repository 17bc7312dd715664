import { and, eq, sql } from 'drizzle-orm';
import type {
  Isolation,
  ProductRepository,
  StockAccess,
} from '../../../application/ports/product-repository.ts';
import { ConflictingChange } from '../../../domain/errors.ts';
import type { Product } from '../../../domain/product.ts';
import type { Stock } from '../../../domain/stock.ts';
import { withConflicts } from '../errors.ts';
import { productFrom, stockFrom } from '../product-mapper.ts';
import type { Database } from './database.ts';
import { products } from './schema/stock.ts';

type Connection = Pick<Database, 'select' | 'update'>;

const columns = { stock: products.stock, version: products.version };

class DrizzleStockAccess implements StockAccess {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async read(id: number): Promise<Stock | undefined> {
    const [row] = await this.#select(id);
    return row && stockFrom(row);
  }

  async readForUpdate(id: number): Promise<Stock | undefined> {
    const [row] = await this.#select(id).for('update');
    return row && stockFrom(row);
  }

  async write(id: number, { level }: Stock): Promise<void> {
    await this.#update(level).where(eq(products.id, id));
  }

  async writeIfUnchanged(id: number, { level, version }: Stock): Promise<void> {
    const unchanged = and(eq(products.id, id), eq(products.version, version));
    if ((await this.#update(level).where(unchanged)).rowCount === 0) throw new ConflictingChange();
  }

  #select(id: number) {
    return this.#connection.select(columns).from(products).where(eq(products.id, id));
  }

  #update(stock: number) {
    return this.#connection
      .update(products)
      .set({ stock, version: sql`${products.version} + 1`, updated_at: sql`now()` });
  }
}

export class DrizzleProductRepository extends DrizzleStockAccess implements ProductRepository {
  readonly #database: Database;

  constructor(database: Database) {
    super(database);
    this.#database = database;
  }

  async find(id: number): Promise<Product | undefined> {
    const [row] = await this.#database.select().from(products).where(eq(products.id, id));
    return row && productFrom(row);
  }

  async reset(stock: number): Promise<number> {
    const level = { stock, version: 0, updated_at: sql`now()` };
    return (await this.#database.update(products).set(level)).rowCount ?? 0;
  }

  transaction<Result>(
    isolationLevel: Isolation,
    work: (stock: StockAccess) => Promise<Result>,
  ): Promise<Result> {
    return withConflicts(
      this.#database.transaction((transaction) => work(new DrizzleStockAccess(transaction)), {
        isolationLevel,
      }),
    );
  }
}
