import type { FastifyPluginAsync } from 'fastify';
import type { AuthorStore } from '../data/store.ts';
import { array, integer, object, query, text, whole } from '../schemas.ts';

const author = object({
  id: whole,
  name: text,
  email: text,
  posts: array(object({ id: whole, title: text, views: whole })),
});

export const authorRoutes: FastifyPluginAsync<{ authors: AuthorStore }> = async (
  app,
  { authors },
) => {
  const querystring = query({ limit: integer(1, 100, 20), offset: integer(0, 1_000_000, 0) });
  for (const kind of ['lazy', 'eager', 'subquery'] as const) {
    app.get<{ Querystring: { limit: number; offset: number } }>(
      `/n-plus-one/${kind}`,
      { schema: { querystring, response: { 200: array(author) } } },
      ({ query: { limit, offset } }) => authors[kind](limit, offset),
    );
  }
};
