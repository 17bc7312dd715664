import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { AuthorsController } from './authors.controller.ts';
import { AuthorsRepository } from './authors.repository.ts';
import { SqlAuthorsRepository } from './sql-authors.repository.ts';
import { TypeOrmAuthorsRepository } from './typeorm-authors.repository.ts';

@Module({
  controllers: [AuthorsController],
  providers: [
    byDataLayer(AuthorsRepository, { sql: SqlAuthorsRepository, orm: TypeOrmAuthorsRepository }),
  ],
})
export class AuthorsModule {}
