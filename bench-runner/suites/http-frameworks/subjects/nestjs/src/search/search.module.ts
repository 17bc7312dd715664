import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { SearchController } from './search.controller.ts';
import { SearchRepository } from './search.repository.ts';
import { SqlSearchRepository } from './sql-search.repository.ts';
import { TypeOrmSearchRepository } from './typeorm-search.repository.ts';

@Module({
  controllers: [SearchController],
  providers: [
    byDataLayer(SearchRepository, { sql: SqlSearchRepository, orm: TypeOrmSearchRepository }),
  ],
})
export class SearchModule {}
