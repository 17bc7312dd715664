import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { SqlUsersRepository } from './sql-users.repository.ts';
import { TypeOrmUsersRepository } from './typeorm-users.repository.ts';
import { UsersController } from './users.controller.ts';
import { UsersRepository } from './users.repository.ts';
import { UsersService } from './users.service.ts';

@Module({
  controllers: [UsersController],
  providers: [
    UsersService,
    byDataLayer(UsersRepository, { sql: SqlUsersRepository, orm: TypeOrmUsersRepository }),
  ],
  exports: [UsersService],
})
export class UsersModule {}
