import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
};

const compress = promisify(gzip);

export interface StaticServer {
  /** Address of the site's root, ending in a slash. */
  url: string;
  close(): Promise<void>;
}

/** Serves a built site on loopback as a host for static pages does, compressed where it is asked for. */
export async function serve(folder: string, base: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const file = path.startsWith(base) ? await fileOf(folder, path.slice(base.length)) : undefined;
    const found = file ?? (await fileOf(folder, '404.html'));
    if (!found) return response.writeHead(404).end();
    const body = await readFile(found);
    const headers = {
      'content-type': types[extname(found)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
    };
    const status = file ? 200 : 404;
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
      return response.writeHead(status, headers).end(body);
    }
    response.writeHead(status, { ...headers, 'content-encoding': 'gzip' });
    response.end(await compress(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function fileOf(folder: string, path: string): Promise<string | undefined> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  return found?.isDirectory() ? fileOf(folder, join(path, 'index.html')) : undefined;
}
