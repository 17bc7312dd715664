import express, { type Express } from 'express';
import type { Tokens } from '../../application/ports/tokens.ts';
import { authController } from './controllers/auth.ts';
import { authorController } from './controllers/authors.ts';
import { basicController } from './controllers/basic.ts';
import { bulkController } from './controllers/bulk-items.ts';
import { cacheController } from './controllers/cache.ts';
import { columnController } from './controllers/columns.ts';
import { externalController } from './controllers/external.ts';
import { paginationController } from './controllers/pagination.ts';
import { productController } from './controllers/products.ts';
import { protectedController } from './controllers/protected.ts';
import { searchController } from './controllers/search.ts';
import { type StatisticsUseCases, statisticsController } from './controllers/statistics.ts';
import { uploadController } from './controllers/upload.ts';
import { userController } from './controllers/users.ts';
import { ownToken } from './middleware/bearer-token.ts';
import { answerErrors, noSuchPath } from './middleware/errors.ts';
import { jsonBody } from './middleware/json-body.ts';

/** Every use case that HTTP gives access to. */
export type UseCases = Parameters<typeof userController>[0] &
  Parameters<typeof paginationController>[0] &
  Parameters<typeof externalController>[0] &
  Parameters<typeof columnController>[0] &
  Parameters<typeof authorController>[0] &
  Parameters<typeof bulkController>[0] &
  Parameters<typeof productController>[0] &
  Parameters<typeof cacheController>[0] &
  Parameters<typeof authController>[0] &
  Parameters<typeof searchController>[0];

export function createApp(
  server: string,
  useCases: UseCases,
  statistics: Record<'orm' | 'raw', StatisticsUseCases>,
  tokens: Tokens,
): Express {
  const app = express();
  app.disable('x-powered-by');
  // No client asks whether an answer has changed, so none is hashed.
  app.disable('etag');
  app.use(jsonBody);
  app.use(basicController(server));
  app.use(externalController(useCases));
  app.use(protectedController());
  app.use(uploadController());
  // Before `/users/:id`, which would take `offset` for an id.
  app.use(paginationController(useCases));
  app.use(userController(useCases));
  app.use(columnController(useCases));
  app.use(authorController(useCases));
  app.use(bulkController(useCases));
  app.use(productController(useCases));
  app.use(cacheController(useCases));
  app.use(authController(useCases, ownToken(tokens)));
  app.use(statisticsController(statistics));
  app.use(searchController(useCases));
  app.use(noSuchPath);
  app.use(answerErrors);
  return app;
}
