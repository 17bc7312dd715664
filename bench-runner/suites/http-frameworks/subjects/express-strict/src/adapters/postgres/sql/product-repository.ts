import type { Pool } from 'pg';
import type {
  Isolation,
  ProductRepository,
  StockAccess,
} from '../../../application/ports/product-repository.ts';
import { ConflictingChange } from '../../../domain/errors.ts';
import type { Product } from '../../../domain/product.ts';
import type { Stock } from '../../../domain/stock.ts';
import { withConflicts } from '../errors.ts';
import { type ProductRow, productFrom, type StockRow, stockFrom } from '../product-mapper.ts';
import { type Connection, Statement } from './statement.ts';
import { transaction } from './transaction.ts';

const find = new Statement<ProductRow>(
  'product_find',
  'SELECT id, name, stock, version, updated_at FROM products WHERE id = $1',
);
const reset = new Statement(
  'product_reset',
  'UPDATE products SET stock = $1, version = 0, updated_at = now()',
);
const read = new Statement<StockRow>(
  'stock_read',
  'SELECT stock, version FROM products WHERE id = $1',
);
const readForUpdate = new Statement<StockRow>(
  'stock_read_for_update',
  'SELECT stock, version FROM products WHERE id = $1 FOR UPDATE',
);
const write = new Statement(
  'stock_write',
  'UPDATE products SET stock = $2, version = version + 1, updated_at = now() WHERE id = $1',
);
const writeIfUnchanged = new Statement(
  'stock_write_if_unchanged',
  `UPDATE products SET stock = $2, version = version + 1, updated_at = now()
   WHERE id = $1 AND version = $3`,
);

class SqlStockAccess implements StockAccess {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async read(id: number): Promise<Stock | undefined> {
    const row = await read.row(this.#connection, [id]);
    return row && stockFrom(row);
  }

  async readForUpdate(id: number): Promise<Stock | undefined> {
    const row = await readForUpdate.row(this.#connection, [id]);
    return row && stockFrom(row);
  }

  async write(id: number, { level }: Stock): Promise<void> {
    await write.run(this.#connection, [id, level]);
  }

  async writeIfUnchanged(id: number, { level, version }: Stock): Promise<void> {
    const written = await writeIfUnchanged.run(this.#connection, [id, level, version]);
    if (written === 0) throw new ConflictingChange();
  }
}

export class SqlProductRepository extends SqlStockAccess implements ProductRepository {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  async find(id: number): Promise<Product | undefined> {
    const row = await find.row(this.#pool, [id]);
    return row && productFrom(row);
  }

  reset(level: number): Promise<number> {
    return reset.run(this.#pool, [level]);
  }

  transaction<Result>(
    isolation: Isolation,
    work: (stock: StockAccess) => Promise<Result>,
  ): Promise<Result> {
    return withConflicts(
      transaction(this.#pool, (client) => work(new SqlStockAccess(client)), isolation),
    );
  }
}
