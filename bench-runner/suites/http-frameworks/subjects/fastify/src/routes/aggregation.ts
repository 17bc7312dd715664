import type { FastifyPluginAsync } from 'fastify';
import type { AggregationStore } from '../data/store.ts';
import { array, integer, object, query, real, text, whole } from '../schemas.ts';

const counts = object({ count_star: whole, count_id: whole, count_distinct_status: whole });
const countries = array(
  object({ country: text, user_count: whole, total_logins: whole, avg_logins: real }),
);
const authors = array(
  object({
    author_id: whole,
    author_name: text,
    post_count: whole,
    total_views: whole,
    avg_views: real,
  }),
);

type Layers = Record<'orm' | 'raw', AggregationStore>;

export const aggregationRoutes: FastifyPluginAsync<Layers> = async (app, layers) => {
  const querystring = query({ limit: integer(1, 100, 10) });
  for (const name of ['orm', 'raw'] as const) {
    const store = layers[name];
    app.get(`/aggregation/count/${name}`, { schema: { response: { 200: counts } } }, () =>
      store.counts(),
    );
    app.get<{ Querystring: { limit: number } }>(
      `/aggregation/stats/country/${name}`,
      { schema: { querystring, response: { 200: countries } } },
      ({ query: { limit } }) => store.byCountry(limit),
    );
    app.get<{ Querystring: { limit: number } }>(
      `/aggregation/stats/author/${name}`,
      { schema: { querystring, response: { 200: authors } } },
      ({ query: { limit } }) => store.byAuthor(limit),
    );
  }
};
