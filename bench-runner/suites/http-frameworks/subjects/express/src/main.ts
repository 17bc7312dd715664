import cluster from 'node:cluster';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';
import { superviseWorkers } from './workers.ts';

const config = readConfig(process.env);
if (config.workers > 1 && cluster.isPrimary) {
  superviseWorkers(config.workers);
} else {
  serve(config).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
