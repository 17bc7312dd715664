import cluster from 'node:cluster';
import { readConfig } from './config.ts';
import { startServer } from './server.ts';
import { superviseWorkers } from './workers.ts';

const longestStopMs = 4_000;

function main(): void {
  const config = readConfig(process.env);
  if (cluster.isPrimary && config.WORKERS > 1) {
    superviseWorkers(config.WORKERS);
    return;
  }
  const stop = startServer(config);
  process.once('SIGTERM', () => {
    // A request that does not end must not keep the process.
    setTimeout(() => process.exit(0), longestStopMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

main();
