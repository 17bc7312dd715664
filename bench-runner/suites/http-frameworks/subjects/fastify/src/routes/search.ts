import type { FastifyPluginAsync } from 'fastify';
import type { SearchStore } from '../data/store.ts';
import { array, integer, object, query, text, whole } from '../schemas.ts';

const q = { type: 'string', minLength: 1, maxLength: 100, pattern: '^[^\\u0000]*$' };

export const searchRoutes: FastifyPluginAsync<{ search: SearchStore }> = async (
  app,
  { search },
) => {
  const querystring = query({ q, limit: integer(1, 100, 20) });
  for (const kind of ['like', 'fulltext'] as const) {
    app.get<{ Querystring: { q: string; limit: number } }>(
      `/search/${kind}`,
      { schema: { querystring, response: { 200: array(object({ id: whole, title: text })) } } },
      ({ query: { q, limit } }) => search[kind](q, limit),
    );
  }
};
