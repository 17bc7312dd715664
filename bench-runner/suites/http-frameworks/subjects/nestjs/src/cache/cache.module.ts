import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.ts';
import { CacheController } from './cache.controller.ts';
import { UserCacheService } from './user-cache.service.ts';

@Module({
  imports: [UsersModule],
  controllers: [CacheController],
  providers: [UserCacheService],
})
export class CacheModule {}
