import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { PaginationController } from './pagination.controller.ts';
import { PaginationRepository } from './pagination.repository.ts';
import { SqlPaginationRepository } from './sql-pagination.repository.ts';
import { TypeOrmPaginationRepository } from './typeorm-pagination.repository.ts';

@Module({
  controllers: [PaginationController],
  providers: [
    byDataLayer(PaginationRepository, {
      sql: SqlPaginationRepository,
      orm: TypeOrmPaginationRepository,
    }),
  ],
})
export class PaginationModule {}
