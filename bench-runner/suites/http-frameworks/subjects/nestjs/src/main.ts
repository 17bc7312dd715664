import cluster from 'node:cluster';
import { config } from './config/config.ts';

if (cluster.isPrimary && config.workers > 1) {
  const { superviseWorkers } = await import('./workers.ts');
  superviseWorkers(config.workers);
} else {
  const { bootstrap } = await import('./bootstrap.ts');
  await bootstrap();
}
