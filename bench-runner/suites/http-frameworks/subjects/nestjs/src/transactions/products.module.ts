import { Module } from '@nestjs/common';
import { byDataLayer } from '../database/by-data-layer.ts';
import { ProductsController } from './products.controller.ts';
import { ProductsRepository } from './products.repository.ts';
import { ProductsService } from './products.service.ts';
import { SqlProductsRepository } from './sql-products.repository.ts';
import { TypeOrmProductsRepository } from './typeorm-products.repository.ts';

@Module({
  controllers: [ProductsController],
  providers: [
    ProductsService,
    byDataLayer(ProductsRepository, { sql: SqlProductsRepository, orm: TypeOrmProductsRepository }),
  ],
})
export class ProductsModule {}
