import type { Pool } from 'pg';
import type { BulkItemRepository } from '../../../application/ports/bulk-item-repository.ts';
import type { BulkItem } from '../../../domain/bulk-item.ts';
import { Statement } from './statement.ts';
import { transaction } from './transaction.ts';

const clear = new Statement('bulk_clear', 'DELETE FROM bulk_items');
const add = new Statement('bulk_add', 'INSERT INTO bulk_items (name, value) VALUES ($1, $2)');
const addArrays = new Statement(
  'bulk_add_arrays',
  'INSERT INTO bulk_items (name, value) SELECT * FROM unnest($1::text[], $2::integer[])',
);
const firstIds = new Statement<{ id: number }>(
  'bulk_first_ids',
  'SELECT id FROM bulk_items ORDER BY id LIMIT $1',
);
const increase = new Statement(
  'bulk_increase',
  'UPDATE bulk_items SET value = value + 1 WHERE id = $1',
);
const increaseFirst = new Statement(
  'bulk_increase_first',
  `UPDATE bulk_items SET value = value + 1
   WHERE id IN (SELECT id FROM bulk_items ORDER BY id LIMIT $1)`,
);

export class SqlBulkItemRepository implements BulkItemRepository {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  clear(): Promise<number> {
    return clear.run(this.#pool);
  }

  addOneByOne(items: readonly BulkItem[]): Promise<number> {
    return transaction(this.#pool, async (client) => {
      for (const { name, value } of items) await add.run(client, [name, value]);
      return items.length;
    });
  }

  /** PostgreSQL takes 65,535 parameters: the most items need 20,000. */
  async addInBatch(items: readonly BulkItem[]): Promise<number> {
    const places = items.map((_, row) => `($${row * 2 + 1}, $${row * 2 + 2})`).join(', ');
    const values = items.flatMap(({ name, value }) => [name, value]);
    const text = `INSERT INTO bulk_items (name, value) VALUES ${places}`;
    return (await this.#pool.query(text, values)).rowCount ?? 0;
  }

  addInOneStatement(items: readonly BulkItem[]): Promise<number> {
    const names = items.map(({ name }) => name);
    return addArrays.run(this.#pool, [names, items.map(({ value }) => value)]);
  }

  increaseOneByOne(count: number): Promise<number> {
    return transaction(this.#pool, async (client) => {
      const found = await firstIds.rows(client, [count]);
      for (const { id } of found) await increase.run(client, [id]);
      return found.length;
    });
  }

  increaseAtOnce(count: number): Promise<number> {
    return increaseFirst.run(this.#pool, [count]);
  }
}
