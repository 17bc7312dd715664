import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { ColumnsController } from './columns.controller.ts';
import { ColumnsRepository } from './columns.repository.ts';
import { SqlColumnsRepository } from './sql-columns.repository.ts';
import { TypeOrmColumnsRepository } from './typeorm-columns.repository.ts';

@Module({
  controllers: [ColumnsController],
  providers: [
    byDataLayer(ColumnsRepository, { sql: SqlColumnsRepository, orm: TypeOrmColumnsRepository }),
  ],
})
export class ColumnsModule {}
