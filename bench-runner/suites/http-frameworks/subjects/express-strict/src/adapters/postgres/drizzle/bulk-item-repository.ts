import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { BulkItemRepository } from '../../../application/ports/bulk-item-repository.ts';
import type { BulkItem } from '../../../domain/bulk-item.ts';
import type { Database } from './database.ts';
import { bulkItems } from './schema/stock.ts';

const increased = { value: sql`${bulkItems.value} + 1` };

const firstIds = (on: Pick<Database, 'select'>, count: number) =>
  on.select({ id: bulkItems.id }).from(bulkItems).orderBy(asc(bulkItems.id)).limit(count);

export class DrizzleBulkItemRepository implements BulkItemRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async clear(): Promise<number> {
    return (await this.#database.delete(bulkItems)).rowCount ?? 0;
  }

  addOneByOne(items: readonly BulkItem[]): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      for (const item of items) await transaction.insert(bulkItems).values(item);
      return items.length;
    });
  }

  async addInBatch(items: readonly BulkItem[]): Promise<number> {
    return (await this.#database.insert(bulkItems).values([...items])).rowCount ?? 0;
  }

  async addInOneStatement(items: readonly BulkItem[]): Promise<number> {
    const names = sql.param(items.map(({ name }) => name));
    const values = sql.param(items.map(({ value }) => value));
    const inserted = await this.#database.execute(
      sql`INSERT INTO ${bulkItems} (name, value)
        SELECT * FROM unnest(${names}::text[], ${values}::integer[])`,
    );
    return inserted.rowCount ?? 0;
  }

  increaseOneByOne(count: number): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      const found = await firstIds(transaction, count);
      for (const { id } of found) {
        await transaction.update(bulkItems).set(increased).where(eq(bulkItems.id, id));
      }
      return found.length;
    });
  }

  async increaseAtOnce(count: number): Promise<number> {
    const update = this.#database
      .update(bulkItems)
      .set(increased)
      .where(inArray(bulkItems.id, firstIds(this.#database, count)));
    return (await update).rowCount ?? 0;
  }
}
