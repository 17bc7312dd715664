import { createServer, type Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { UserCache } from './cache/user-cache.ts';
import type { Config } from './config.ts';
import { drizzleAggregation } from './data/drizzle/aggregation.ts';
import { openDatabase } from './data/drizzle/database.ts';
import { drizzleStore } from './data/drizzle/store.ts';
import { openPool } from './data/pool.ts';
import { sqlAggregation } from './data/sql/aggregation.ts';
import { sqlStore } from './data/sql/store.ts';

/** Starts to answer; the function that it returns lets what is under way end and closes it all. */
export function startServer(config: Config): () => Promise<void> {
  const pool = openPool(config);
  const database = openDatabase(pool);
  const cache = new UserCache(config);
  const app = createApp(config, {
    store: config.DATA_LAYER === 'orm' ? drizzleStore(database) : sqlStore(pool),
    aggregation: { orm: drizzleAggregation(database), raw: sqlAggregation(pool) },
    cache,
  });
  const server = serve({
    fetch: app.fetch,
    port: config.PORT,
    hostname: config.HOST,
    createServer,
  }) as Server;
  server.on('error', (error) => {
    console.error(`The server failed: ${error.message}`);
    process.exit(1);
  });
  return async () => {
    await closed(server);
    cache.close();
    await pool.end();
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
