import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const attempts = 50;

/**
 * A port of the loopback interface that nobody listens on, from 20,000 to 29,999: below those that
 * systems give to outgoing connections, so that a server which is restarted finds it free again.
 * @throws Error where 50 ports in a row are taken.
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) return port;
  }
  throw new Error(
    `No free port was found: ${attempts} of those from 20,000 to 29,999 that were tried on 127.0.0.1 are in use. End programs that listen there.`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
