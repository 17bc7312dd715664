import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import { type BulkItemsRepository, bulkItems } from './bulk-items.repository.ts';

const clean = { name: 'bulk_clean', text: 'DELETE FROM bulk_items' };
const insertOne = {
  name: 'bulk_insert_one',
  text: 'INSERT INTO bulk_items (name, value) VALUES ($1, $2)',
};
const insertArrays = {
  name: 'bulk_insert_arrays',
  text: 'INSERT INTO bulk_items (name, value) SELECT * FROM unnest($1::text[], $2::integer[])',
};
const firstIds = {
  name: 'bulk_first_ids',
  text: 'SELECT id FROM bulk_items ORDER BY id LIMIT $1',
};
const updateOne = {
  name: 'bulk_update_one',
  text: 'UPDATE bulk_items SET value = value + 1 WHERE id = $1',
};
const updateFirst = {
  name: 'bulk_update_first',
  text: `UPDATE bulk_items SET value = value + 1
    WHERE id IN (SELECT id FROM bulk_items ORDER BY id LIMIT $1)`,
};

@Injectable()
export class SqlBulkItemsRepository implements BulkItemsRepository {
  constructor(private readonly postgres: PostgresService) {}

  clean(): Promise<number> {
    return this.postgres.queries.run(clean);
  }

  'insert-individual'(count: number): Promise<number> {
    return this.postgres.transaction(async (queries) => {
      for (const { name, value } of bulkItems(count)) await queries.run(insertOne, [name, value]);
      return count;
    });
  }

  /** The most rows make 20,000 parameters, of 65,535 that PostgreSQL takes. */
  'insert-batch'(count: number): Promise<number> {
    const rows = bulkItems(count);
    const places = rows.map((_, row) => `($${row * 2 + 1}, $${row * 2 + 2})`).join(', ');
    return this.postgres.queries.run(
      { text: `INSERT INTO bulk_items (name, value) VALUES ${places}` },
      rows.flatMap(({ name, value }) => [name, value]),
    );
  }

  'insert-raw'(count: number): Promise<number> {
    const rows = bulkItems(count);
    return this.postgres.queries.run(insertArrays, [
      rows.map(({ name }) => name),
      rows.map(({ value }) => value),
    ]);
  }

  'update-individual'(count: number): Promise<number> {
    return this.postgres.transaction(async (queries) => {
      const rows = await queries.rows<{ id: number }>(firstIds, [count]);
      for (const { id } of rows) await queries.run(updateOne, [id]);
      return rows.length;
    });
  }

  'update-bulk'(count: number): Promise<number> {
    return this.postgres.queries.run(updateFirst, [count]);
  }
}
