import { Global, Module } from '@nestjs/common';
import { PostgresService } from './postgres.service.ts';
import { TypeOrmService } from './typeorm.service.ts';

@Global()
@Module({
  providers: [PostgresService, TypeOrmService],
  exports: [PostgresService, TypeOrmService],
})
export class DatabaseModule {}
