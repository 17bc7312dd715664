import type { FastifyPluginAsync } from 'fastify';
import type { ExternalApi } from '../external-api.ts';
import { anything, object, real, text } from '../schemas.ts';

interface Options {
  subject: string;
  external: ExternalApi;
}

export const basicRoutes: FastifyPluginAsync<Options> = async (app, { subject, external }) => {
  app.get(
    '/health',
    { schema: { response: { 200: object({ status: text, server: text }) } } },
    () => Promise.resolve({ status: 'ok', server: subject }),
  );

  const echo = object({ message: text, data: anything }, ['message']);
  app.post<{ Body: { message: string; data?: object } }>(
    '/echo',
    { schema: { body: echo, response: { 200: echo } } },
    async ({ body: { message, data } }) => ({ message, data }),
  );

  app.get(
    '/external',
    { schema: { response: { 200: object({ source: text, latency_ms: real, data: anything }) } } },
    async () => {
      const start = performance.now();
      const data = await external.get();
      return { source: 'external', latency_ms: performance.now() - start, data };
    },
  );
};
