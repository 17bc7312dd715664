import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passed {
  method: string;
  path: string;
  /** Of the request, and of the answer; both may be changed. */
  sent: IncomingHttpHeaders;
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What is wrong with a server: changes a request on its way there, or an answer on its way back. */
export interface Fault {
  ask?(passed: Pick<Passed, 'method' | 'path' | 'sent'>): void;
  answer?(passed: Passed): void;
}

/** Stands before a server that is right, and makes it wrong. */
export async function startFaultyProxy(
  target: string,
  fault: Fault,
): Promise<{ url: string; close(): void }> {
  const { port } = new URL(target);
  const server: Server = createServer((incoming, response) => {
    const asked = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      sent: { ...incoming.headers },
    };
    fault.ask?.(asked);
    const { method, path, sent } = asked;
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: sent },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        const passed: Passed = {
          ...asked,
          status: answer.statusCode ?? 0,
          headers: { ...answer.headers },
          body: Buffer.concat(chunks).toString(),
        };
        fault.answer?.(passed);
        delete passed.headers['content-length'];
        delete passed.headers['transfer-encoding'];
        response.writeHead(passed.status, passed.headers).end(passed.body);
      },
    );
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
