import cluster from 'node:cluster';

const mostReplacements = 10;

/** Starts workers that share the port, replaces those that die, and ends them on SIGTERM. */
export function superviseWorkers(count: number): void {
  let stopping = false;
  let replacements = 0;
  for (let index = 0; index < count; index += 1) cluster.fork();
  cluster.on('exit', (_worker, code) => {
    if (stopping) return;
    replacements += 1;
    // Workers that die one after the other would do so for ever.
    if (replacements > mostReplacements) process.exit(code || 1);
    cluster.fork();
  });
  const stop = () => {
    stopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
