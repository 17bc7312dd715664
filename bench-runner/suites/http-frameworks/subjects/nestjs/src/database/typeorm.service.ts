import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import { config } from '../config/config.ts';
import { entities } from './entities.ts';

/** TypeORM with a pool of its own, which connects when it is first asked for something. */
@Injectable()
export class TypeOrmService implements OnApplicationShutdown {
  readonly #source = new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    poolSize: config.poolSize,
    extra: { connectionTimeoutMillis: 30_000, idleTimeoutMillis: 0, keepAlive: true },
    entities,
    synchronize: false,
    logging: false,
  });
  #connecting: Promise<DataSource> | undefined;

  async repository<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
  ): Promise<Repository<Entity>> {
    return (await this.#connected()).getRepository(entity);
  }

  async transaction<Result>(
    work: (manager: EntityManager) => Promise<Result>,
    isolation: 'READ COMMITTED' | 'SERIALIZABLE' = 'READ COMMITTED',
  ): Promise<Result> {
    return (await this.#connected()).transaction(isolation, work);
  }

  async query<Rows>(text: string, values: unknown[]): Promise<Rows> {
    return (await this.#connected()).query(text, values);
  }

  #connected(): Promise<DataSource> {
    this.#connecting ??= this.#source.initialize().catch((error) => {
      this.#connecting = undefined;
      throw error;
    });
    return this.#connecting;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#source.isInitialized) await this.#source.destroy();
  }
}
