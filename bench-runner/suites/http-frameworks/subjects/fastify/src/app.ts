import jwt from '@fastify/jwt';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { createUserCache } from './cache/user-cache.ts';
import type { Config } from './config.ts';
import { createKyselyStore } from './data/kysely/store.ts';
import { createPool } from './data/pool.ts';
import { createSqlStore } from './data/sql/store.ts';
import type { Store } from './data/store.ts';
import { answerErrors } from './errors.ts';
import { createExternalApi } from './external-api.ts';
import { parseJson } from './json-body.ts';
import { aggregationRoutes } from './routes/aggregation.ts';
import { authRoutes } from './routes/auth.ts';
import { basicRoutes } from './routes/basic.ts';
import { bulkRoutes } from './routes/bulk-operations.ts';
import { cacheRoutes } from './routes/cache.ts';
import { columnRoutes } from './routes/column-overhead.ts';
import { authorRoutes } from './routes/n-plus-one.ts';
import { paginationRoutes } from './routes/pagination.ts';
import { protectedRoutes } from './routes/protected.ts';
import { searchRoutes } from './routes/search.ts';
import { transactionRoutes } from './routes/transactions.ts';
import { uploadRoutes } from './routes/upload.ts';
import { userRoutes } from './routes/users.ts';
import { validateInput } from './validation.ts';

const bodyLimit = 1_048_576;
const fileSizeLimit = 10_485_760;

/** The application, with everything that it opens closed by `close()`. */
export function buildApp(config: Config): FastifyInstance {
  const app = Fastify({ bodyLimit, routerOptions: { maxParamLength: 200 } });
  const pool = createPool(config);
  const stores: Record<Config['dataLayer'], Store> = {
    sql: createSqlStore(pool),
    orm: createKyselyStore(pool),
  };
  const store = stores[config.dataLayer];
  const cache = createUserCache(config.redisUrl);
  const external = createExternalApi(config.externalUrl);

  app.addHook('onClose', async () => {
    await Promise.all([pool.end(), cache.close(), external.close()]);
  });
  parseJson(app);
  validateInput(app);
  answerErrors(app);
  app.register(jwt, {
    secret: config.jwtSecret,
    sign: { algorithm: 'HS256', expiresIn: '15m' },
    verify: { algorithms: ['HS256'], requiredClaims: ['sub', 'exp'] },
  });
  app.register(multipart, { limits: { files: 1, fileSize: fileSizeLimit } });

  app.register(basicRoutes, { subject: config.subject, external });
  app.register(protectedRoutes);
  app.register(uploadRoutes);
  app.register(userRoutes, { users: store.users });
  app.register(paginationRoutes, { pagination: store.pagination });
  app.register(columnRoutes, { columns: store.columns });
  app.register(authorRoutes, { authors: store.authors });
  app.register(bulkRoutes, { bulkItems: store.bulkItems });
  app.register(transactionRoutes, { products: store.products });
  app.register(cacheRoutes, { users: store.users, cache });
  app.register(authRoutes, { users: store.users });
  app.register(aggregationRoutes, {
    orm: stores.orm.aggregation,
    raw: stores.sql.aggregation,
  });
  app.register(searchRoutes, { search: store.search });
  return app;
}
