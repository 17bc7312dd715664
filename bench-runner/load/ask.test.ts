import { expect, it } from 'vitest';
import { ask } from './ask.ts';
import { httpServer, rawServer } from './testing/servers.ts';

it('sends a request and keeps its answer', async () => {
  const url = await httpServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      response.statusCode = 201;
      response.setHeader('X-Type', String(request.headers['content-type']));
      response.end(`{"method":"${request.method}","body":${Buffer.concat(pieces)}}`);
    });
  });
  const answer = await ask(url, { method: 'POST', path: '/a', json: { a: [1] }, status: 201 });
  expect(answer.status).toBe(201);
  expect(answer.headers['x-type']).toBe('application/json');
  expect(answer.json()).toEqual({ method: 'POST', body: { a: [1] } });
});

it('rejects another status than expected, with what the body said', async () => {
  const url = await httpServer((_, response) => {
    response.statusCode = 409;
    response.end('{"error":"email"}');
  });
  await expect(ask(url, { method: 'GET', path: '/users' })).rejects.toThrow(
    String.raw`GET /users was answered with status 409 rather than 200; the body is "{\"error\":\"email\"}".`,
  );
});

it('rejects where no answer comes, or none that is one', async () => {
  const silent = await rawServer(() => {});
  const get = { method: 'GET', path: '/' } as const;
  await expect(ask(silent, get, 50)).rejects.toThrow('GET / got no answer (timeout): no answer');
  const garbage = await rawServer((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n\r\n'));
  await expect(ask(garbage, get)).rejects.toThrow(
    '"SSH-2.0-OpenSSH_9.2" in place of a status line',
  );
  const closing = await rawServer((socket) => socket.destroy());
  await expect(ask(closing, get)).rejects.toThrow('(connection)');
});

it('says how a body begins that should be JSON', async () => {
  const url = await httpServer((_, response) => response.end('<html>'));
  const answer = await ask(url, { method: 'GET', path: '/' });
  expect(() => answer.json()).toThrow('Expected JSON, got status 200 with the body "<html>".');
});
