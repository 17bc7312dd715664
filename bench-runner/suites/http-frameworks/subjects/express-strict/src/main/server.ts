import { createServer, type Server } from 'node:http';
import { HttpExternalApi } from '../adapters/external-api/http-external-api.ts';
import { createApp } from '../adapters/http/app.ts';
import { openDatabase } from '../adapters/postgres/drizzle/database.ts';
import { drizzleRepositories } from '../adapters/postgres/drizzle/repositories.ts';
import { openPool } from '../adapters/postgres/pool.ts';
import { sqlRepositories } from '../adapters/postgres/sql/repositories.ts';
import { RedisUserCache } from '../adapters/redis/user-cache.ts';
import { JsonWebTokens } from '../adapters/tokens/json-web-tokens.ts';
import type { Config } from './config.ts';
import { statisticsOver, useCasesOver } from './use-cases.ts';

/** Puts the parts together and starts to answer; the function it returns stops it in order. */
export function startServer(config: Config): () => Promise<void> {
  const pool = openPool(config.DATABASE_URL, config.DB_POOL_SIZE);
  const cache = new RedisUserCache(config.REDIS_URL);
  const externalApi = new HttpExternalApi(config.EXTERNAL_URL);
  const tokens = new JsonWebTokens(config.JWT_SECRET);
  const layers = { sql: sqlRepositories(pool), orm: drizzleRepositories(openDatabase(pool)) };
  const app = createApp(
    config.SUBJECT,
    useCasesOver({ ...layers[config.DATA_LAYER], cache, externalApi, tokens }),
    {
      orm: statisticsOver(layers.orm.statistics),
      raw: statisticsOver(layers.sql.statistics),
    },
    tokens,
  );
  const server = createServer(app).listen(config.PORT, config.HOST);
  server.on('error', (error) => {
    console.error(`The server failed: ${error.message}`);
    process.exit(1);
  });
  return async () => {
    await closed(server);
    cache.close();
    await Promise.all([pool.end(), externalApi.close()]);
  };
}

/** Resolves when the last request was answered. A connection that then idles is closed at once. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
  });
}
