import { createServer, type Server } from 'node:http';

/** How long an answer takes, in ms, from the arrival of the request's head. */
export const answerAfterMs = 100;

const body = Buffer.from(
  JSON.stringify({
    source: 'external-api',
    data: {
      id: 4711,
      title: 'An answer from elsewhere',
      tags: ['slow', 'steady', 'the same for everybody'],
    },
  }),
);
const head = { 'content-type': 'application/json', 'content-length': body.length };

/** Requests of the lab itself are asked for by this path, and are not counted. */
export const statePath = '/state';

/**
 * A server that answers any request with the same JSON after 100 ms, whatever else it has to do: each
 * request has a deadline of its own, and it never answers before that.
 */
export function createStub(afterMs = answerAfterMs): Server {
  let requests = 0;
  const server = createServer((request, response) => {
    if (request.url === statePath) {
      const state = Buffer.from(JSON.stringify({ requests }));
      response.writeHead(200, { ...head, 'content-length': state.length }).end(state);
      return;
    }
    requests += 1;
    const due = performance.now() + afterMs;
    request.resume();
    const answer = () => {
      const left = due - performance.now();
      // Timers count whole milliseconds and may fire up to one too early.
      if (left > 0) setTimeout(answer, Math.ceil(left));
      else if (!response.destroyed) response.writeHead(200, head).end(body);
    };
    setTimeout(answer, afterMs);
  });
  // Connections of a pool are kept as long as their user wants.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 60_000;
  return server;
}
