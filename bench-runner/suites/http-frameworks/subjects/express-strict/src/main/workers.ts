import cluster from 'node:cluster';

/** Runs as many processes on the one port; they stop together, and with them this one. */
export function superviseWorkers(count: number): void {
  let stopping = false;
  const stop = (exitCode: number) => {
    stopping = true;
    process.exitCode = exitCode;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };
  cluster.on('exit', (_worker, code, signal) => {
    if (stopping) return;
    // Going on with fewer would look like a slower server.
    console.error(`A worker ended by itself (${signal ?? code}).`);
    stop(1);
  });
  process.once('SIGTERM', () => stop(0));
  for (let started = 0; started < count; started += 1) cluster.fork();
}
