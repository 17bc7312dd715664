import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { pino } from 'pino';
import { Refusal } from '../errors.ts';
import { object, text } from '../schemas.ts';

const leastTokenLength = 10;

declare module 'fastify' {
  interface FastifyRequest {
    requestId: string;
    token: string;
  }
}

/** Request id, access log and authentication, as hooks of the routes registered here alone. */
export const protectedRoutes: FastifyPluginAsync = async (app) => {
  const accessLog = pino({ base: null });
  app.decorateRequest('requestId', '');
  app.decorateRequest('token', '');

  app.addHook('onRequest', async (request, reply) => {
    const given = request.headers['x-request-id'];
    request.requestId = typeof given === 'string' && given ? given : randomUUID();
    reply.header('x-request-id', request.requestId);
  });

  app.addHook('onResponse', async (request, reply) => {
    accessLog.info({
      method: request.method,
      path: request.url,
      status: reply.statusCode,
      duration_ms: reply.elapsedTime,
      request_id: request.requestId,
    });
  });

  app.addHook('onRequest', async (request) => {
    const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (token.length < leastTokenLength) {
      throw new Refusal(401, 'authorization', 'must be a Bearer token of 10 characters or more');
    }
    request.token = token;
  });

  app.get(
    '/protected',
    { schema: { response: { 200: object({ message: text, user: text }) } } },
    async (request) => ({
      message: 'Access granted',
      user: `user_from_token_${request.token.slice(0, 8)}`,
    }),
  );
};
