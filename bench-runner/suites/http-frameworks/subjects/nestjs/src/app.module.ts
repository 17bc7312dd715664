import { Module, type Type } from '@nestjs/common';
import { AggregationModule } from './aggregation/aggregation.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { BulkItemsModule } from './bulk-operations/bulk-items.module.ts';
import { CacheModule } from './cache/cache.module.ts';
import { ColumnsModule } from './column-overhead/columns.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import { ExternalModule } from './external/external.module.ts';
import { HealthController } from './health/health.controller.ts';
import { AuthorsModule } from './n-plus-one/authors.module.ts';
import { PaginationModule } from './pagination/pagination.module.ts';
import { ProtectedModule } from './protected/protected.module.ts';
import { SearchModule } from './search/search.module.ts';
import { ProductsModule } from './transactions/products.module.ts';
import { UsersModule } from './users/users.module.ts';

/** The two adapters read forms in ways of their own, so the controller that does is given. */
export function appModule(uploadController: Type): Type {
  @Module({
    imports: [
      DatabaseModule,
      // Before the users, whose `:id` would take its paths on Express.
      PaginationModule,
      UsersModule,
      ExternalModule,
      ProtectedModule,
      ColumnsModule,
      AuthorsModule,
      BulkItemsModule,
      ProductsModule,
      CacheModule,
      AuthModule,
      AggregationModule,
      SearchModule,
    ],
    controllers: [HealthController, uploadController],
  })
  class AppModule {}
  return AppModule;
}
