import express, { type Express } from 'express';
import { createUserCache } from './cache/user-cache.ts';
import type { Config } from './config.ts';
import { createDrizzleStore } from './data/drizzle/store.ts';
import { createPool } from './data/pool.ts';
import { createSqlStore } from './data/sql/store.ts';
import type { Store } from './data/store.ts';
import { createExternalApi } from './external-api.ts';
import { answerErrors, noSuchPath } from './middleware/errors.ts';
import { jsonBody } from './middleware/json-body.ts';
import { aggregationRoutes } from './routes/aggregation.ts';
import { authRoutes } from './routes/auth.ts';
import { basicRoutes } from './routes/basic.ts';
import { bulkRoutes } from './routes/bulk-operations.ts';
import { cacheRoutes } from './routes/cache.ts';
import { columnRoutes } from './routes/column-overhead.ts';
import { authorRoutes } from './routes/n-plus-one.ts';
import { paginationRoutes } from './routes/pagination.ts';
import { passwordRoutes } from './routes/passwords.ts';
import { searchRoutes } from './routes/search.ts';
import { transactionRoutes } from './routes/transactions.ts';
import { uploadRoutes } from './routes/upload.ts';
import { userRoutes } from './routes/users.ts';

export interface App {
  express: Express;
  /** Closes what it keeps open to others. */
  close(): Promise<void>;
}

export function buildApp(config: Config): App {
  const pool = createPool(config);
  const stores: Record<Config['dataLayer'], Store> = {
    sql: createSqlStore(pool),
    orm: createDrizzleStore(pool),
  };
  const store = stores[config.dataLayer];
  const cache = createUserCache(config.redisUrl);
  const external = createExternalApi(config.externalUrl);

  const app = express();
  app.disable('x-powered-by');
  // No client asks whether an answer has changed, so none is hashed.
  app.disable('etag');
  app.use(jsonBody);
  app.use(basicRoutes(config.subject, external));
  app.use(uploadRoutes());
  // Before `/users/:id`, which would take `offset` for an id.
  app.use(paginationRoutes(store.pagination));
  app.use(userRoutes(store.users));
  app.use(columnRoutes(store.columns));
  app.use(authorRoutes(store.authors));
  app.use(bulkRoutes(store.bulkItems));
  app.use(transactionRoutes(store.products));
  app.use(cacheRoutes(store.users, cache));
  app.use(authRoutes(store.users, config.jwtSecret));
  app.use(aggregationRoutes({ orm: stores.orm.aggregation, raw: stores.sql.aggregation }));
  app.use(searchRoutes(store.search));
  app.use(passwordRoutes());
  app.use(noSuchPath);
  app.use(answerErrors);

  return {
    express: app,
    close: async () => {
      await Promise.all([pool.end(), cache.close(), external.close()]);
    },
  };
}
