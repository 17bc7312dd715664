import type { Pool } from 'pg';
import { bulkItems } from '../bulk-rows.ts';
import type { BulkStore } from '../store.ts';
import { countOf, inTransaction, rowsOf } from './statement.ts';

const statements = {
  cleanup: { name: 'bulk-cleanup', text: 'DELETE FROM bulk_items' },
  insert: { name: 'bulk-insert', text: 'INSERT INTO bulk_items (name, value) VALUES ($1, $2)' },
  insertArrays: {
    name: 'bulk-insert-arrays',
    text: 'INSERT INTO bulk_items (name, value) SELECT * FROM unnest($1::text[], $2::int[])',
  },
  firstIds: { name: 'bulk-first-ids', text: 'SELECT id FROM bulk_items ORDER BY id LIMIT $1' },
  update: { name: 'bulk-update', text: 'UPDATE bulk_items SET value = value + 1 WHERE id = $1' },
  updateFirst: {
    name: 'bulk-update-first',
    text: `UPDATE bulk_items SET value = value + 1
      WHERE id IN (SELECT id FROM bulk_items ORDER BY id LIMIT $1)`,
  },
};

export function createBulkStore(pool: Pool): BulkStore {
  return {
    cleanup: () => countOf(pool, statements.cleanup),
    insertIndividual: (count) =>
      inTransaction(pool, 'BEGIN', async (connection) => {
        let inserted = 0;
        for (const { name, value } of bulkItems(count)) {
          inserted += await countOf(connection, statements.insert, [name, value]);
        }
        return inserted;
      }),
    // 10,000 rows are 20,000 parameters; PostgreSQL takes 65,535 in a statement.
    insertBatch: (count) => {
      const places = Array.from(
        { length: count },
        (_, row) => `($${2 * row + 1}, $${2 * row + 2})`,
      );
      const text = `INSERT INTO bulk_items (name, value) VALUES ${places.join(', ')}`;
      return countOf(
        pool,
        { text },
        bulkItems(count).flatMap(({ name, value }) => [name, value]),
      );
    },
    insertRaw: (count) => {
      const items = bulkItems(count);
      const names = items.map(({ name }) => name);
      const values = items.map(({ value }) => value);
      return countOf(pool, statements.insertArrays, [names, values]);
    },
    updateIndividual: (count) =>
      inTransaction(pool, 'BEGIN', async (connection) => {
        const rows = await rowsOf<{ id: number }>(connection, statements.firstIds, [count]);
        let updated = 0;
        for (const { id } of rows) updated += await countOf(connection, statements.update, [id]);
        return updated;
      }),
    updateBulk: (count) => countOf(pool, statements.updateFirst, [count]),
  };
}
