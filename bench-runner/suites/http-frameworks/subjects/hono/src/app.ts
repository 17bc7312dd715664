import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { UserCache } from './cache/user-cache.ts';
import type { Config } from './config.ts';
import type { AggregationStore, Store } from './data/store.ts';
import { notFound, onError } from './http/errors.ts';
import { tooLarge } from './http/refusals.ts';
import { aggregationRoutes } from './routes/aggregation.ts';
import { authRoutes } from './routes/auth.ts';
import { basicRoutes } from './routes/basic.ts';
import { bulkRoutes } from './routes/bulk-operations.ts';
import { cacheRoutes } from './routes/cache.ts';
import { columnRoutes } from './routes/column-overhead.ts';
import { externalRoutes } from './routes/external.ts';
import { authorRoutes } from './routes/n-plus-one.ts';
import { protectedRoutes } from './routes/protected.ts';
import { searchRoutes } from './routes/search.ts';
import { transactionRoutes } from './routes/transactions.ts';
import { uploadRoutes } from './routes/upload.ts';
import { userRoutes } from './routes/users.ts';

export interface Services {
  store: Store;
  aggregation: Record<'orm' | 'raw', AggregationStore>;
  cache: UserCache;
}

const largestBody = 1024 * 1024;

const smallBodies = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw tooLarge(largestBody);
  },
});

export function createApp(config: Config, { store, aggregation, cache }: Services): Hono {
  return new Hono()
    .onError(onError)
    .notFound(notFound)
    .route('/upload', uploadRoutes())
    .post('/echo', smallBodies)
    .post('/users', smallBodies)
    .put('/users/:id', smallBodies)
    .route('/', basicRoutes(config.SUBJECT))
    .route('/users', userRoutes(store.users, store.pagination))
    .route('/external', externalRoutes(config.EXTERNAL_URL))
    .route('/protected', protectedRoutes())
    .route('/column-overhead', columnRoutes(store.columns))
    .route('/n-plus-one', authorRoutes(store.authors))
    .route('/bulk-operations', bulkRoutes(store.bulkItems))
    .route('/transactions', transactionRoutes(store.products))
    .route('/cache', cacheRoutes(cache, store.users))
    .route('/auth', authRoutes(store.users, config.JWT_SECRET))
    .route('/aggregation', aggregationRoutes(aggregation))
    .route('/search', searchRoutes(store.search));
}
