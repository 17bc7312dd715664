import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Listens until the test has ended, and returns the address. */
async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

export function httpServer(listener: RequestListener): Promise<string> {
  return listen(createHttpServer(listener));
}

/** A server that is told of each request (a piece that arrives) with its number, from 0. */
export function rawServer(onRequest: (socket: Socket, number: number) => void): Promise<string> {
  let requests = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', () => {
      onRequest(socket, requests);
      requests += 1;
    });
  });
  return listen(server);
}

export const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
