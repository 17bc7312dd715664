import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { BulkItemsController } from './bulk-items.controller.ts';
import { BulkItemsRepository } from './bulk-items.repository.ts';
import { SqlBulkItemsRepository } from './sql-bulk-items.repository.ts';
import { TypeOrmBulkItemsRepository } from './typeorm-bulk-items.repository.ts';

@Module({
  controllers: [BulkItemsController],
  providers: [
    byDataLayer(BulkItemsRepository, {
      sql: SqlBulkItemsRepository,
      orm: TypeOrmBulkItemsRepository,
    }),
  ],
})
export class BulkItemsModule {}
