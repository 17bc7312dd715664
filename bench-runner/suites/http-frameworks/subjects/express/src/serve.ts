import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';

const stopWithinMs = 4_000;
const idlePollMs = 50;

/** Listens, and on SIGTERM answers what is under way, closes connections and ends. */
export async function serve(config: Config): Promise<void> {
  const app = buildApp(config);
  const server = createServer(app.express);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const stop = () => {
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    closed(server)
      .then(() => app.close())
      .then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Connections that are kept for a next request are closed as soon as they have had an answer. */
async function closed(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), idlePollMs);
  try {
    server.close();
    await once(server, 'close');
  } finally {
    clearInterval(idle);
  }
}
