import { Injectable } from '@nestjs/common';
import { TypeOrmService } from '../database/typeorm.service.ts';
import { BulkItem } from './bulk-item.entity.ts';
import { type BulkItemsRepository, bulkItems } from './bulk-items.repository.ts';

@Injectable()
export class TypeOrmBulkItemsRepository implements BulkItemsRepository {
  constructor(private readonly orm: TypeOrmService) {}

  async clean(): Promise<number> {
    const items = await this.orm.repository(BulkItem);
    return (await items.createQueryBuilder().delete().execute()).affected ?? 0;
  }

  'insert-individual'(count: number): Promise<number> {
    return this.orm.transaction(async (manager) => {
      for (const item of bulkItems(count)) await manager.insert(BulkItem, item);
      return count;
    });
  }

  async 'insert-batch'(count: number): Promise<number> {
    const { identifiers } = await (await this.orm.repository(BulkItem)).insert(bulkItems(count));
    return identifiers.length;
  }

  async 'insert-raw'(count: number): Promise<number> {
    const rows = bulkItems(count);
    await this.orm.query(
      'INSERT INTO bulk_items (name, value) SELECT * FROM unnest($1::text[], $2::integer[])',
      [rows.map(({ name }) => name), rows.map(({ value }) => value)],
    );
    return count;
  }

  'update-individual'(count: number): Promise<number> {
    return this.orm.transaction(async (manager) => {
      const rows = await manager.find(BulkItem, {
        select: { id: true },
        order: { id: 'ASC' },
        take: count,
      });
      for (const { id } of rows) await manager.increment(BulkItem, { id }, 'value', 1);
      return rows.length;
    });
  }

  async 'update-bulk'(count: number): Promise<number> {
    const items = await this.orm.repository(BulkItem);
    const first = items
      .createQueryBuilder()
      .subQuery()
      .select('item.id')
      .from(BulkItem, 'item')
      .orderBy('item.id')
      .limit(count)
      .getQuery();
    const increased = { value: () => 'value + 1' };
    const update = items.createQueryBuilder().update().set(increased).where(`id IN ${first}`);
    return (await update.execute()).affected ?? 0;
  }
}
