import { buildApp } from './app.ts';
import type { Config } from './config.ts';

const stopWithinMs = 4_000;

/** Listens, and on SIGTERM answers what is under way, closes connections and ends. */
export async function serve(config: Config): Promise<void> {
  const app = buildApp(config);
  await app.listen({ host: config.host, port: config.port });
  const stop = () => {
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    app.close().then(
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
