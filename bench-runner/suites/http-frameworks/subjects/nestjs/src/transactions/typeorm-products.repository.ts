import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import type { Isolation } from '../database/postgres.service.ts';
import { TypeOrmService } from '../database/typeorm.service.ts';
import { Product } from './product.entity.ts';
import type { ProductsRepository, StockAccess } from './products.repository.ts';

const changed = { version: () => 'version + 1', updated_at: () => 'now()' };
const select = { id: true, stock: true, version: true };

const accessOn = (
  products: () => Repository<Product> | Promise<Repository<Product>>,
  id: number,
): StockAccess => ({
  read: async () => (await products()).findOne({ select, where: { id } }),
  readForUpdate: async () =>
    (await products()).findOne({ select, where: { id }, lock: { mode: 'pessimistic_write' } }),
  write: async (stock) => (await products()).update({ id }, { stock, ...changed }),
  writeIfVersion: async (stock, version) => {
    const { affected } = await (await products()).update({ id, version }, { stock, ...changed });
    return affected === 1;
  },
});

@Injectable()
export class TypeOrmProductsRepository implements ProductsRepository {
  constructor(private readonly orm: TypeOrmService) {}

  async reset(stock: number): Promise<number> {
    const update = (await this.orm.repository(Product)).createQueryBuilder().update();
    const level = { stock, version: 0, updated_at: () => 'now()' };
    return (await update.set(level).execute()).affected ?? 0;
  }

  async find(id: number): Promise<Product | null> {
    return (await this.orm.repository(Product)).findOneBy({ id });
  }

  access(id: number): StockAccess {
    return accessOn(() => this.orm.repository(Product), id);
  }

  transaction<Result>(
    id: number,
    isolation: Isolation,
    work: (access: StockAccess) => Promise<Result>,
  ): Promise<Result> {
    return this.orm.transaction(
      (manager) => work(accessOn(() => manager.getRepository(Product), id)),
      isolation,
    );
  }
}
