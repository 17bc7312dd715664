import { z } from 'zod';
import { volumes } from '../../data/volumes.ts';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { refusesQueryIntegers } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { id } from '../shapes.ts';

const layers = ['orm', 'raw'] as const;

const count = z.strictObject({
  count_star: z.int().min(1),
  count_id: z.int().min(1),
  count_distinct_status: z.int().min(1),
});
const average = z
  .number()
  .refine((value) => Number(value.toFixed(2)) === value, 'expected 2 decimals at most');
const countries = z.array(
  z.strictObject({
    country: z.string().length(2),
    user_count: z.int().min(1),
    total_logins: z.int(),
    avg_logins: average,
  }),
);
const authors = z.array(
  z.strictObject({
    author_id: id,
    author_name: z.string().min(1),
    post_count: z.int().min(1),
    total_views: z.int(),
    avg_views: average,
  }),
);

const isMean = (mean: number, sum: number, number: number) =>
  Math.abs(mean - sum / number) <= 0.005_001;

async function ofBoth<Rows extends z.ZodType<readonly object[]>>(
  client: Client,
  by: string,
  query: string,
  shape: Rows,
): Promise<z.infer<Rows>> {
  const [orm, raw] = await Promise.all(
    layers.map((layer) =>
      answers(client, ['GET', `/aggregation/stats/${by}/${layer}${query}`], shape),
    ),
  );
  const request = `GET /aggregation/stats/${by}/orm${query}`;
  const sorted = (rows: readonly object[]) =>
    JSON.stringify(rows.map((row) => Object.entries(row).sort()));
  holds(sorted(orm!) === sorted(raw!), request, 'gave other rows than with /raw');
  return raw!;
}

export const aggregation: Section = {
  title: '17 aggregation',
  parts: ['users', 'authors'],
  services: ['postgres'],
  steps: [
    ...layers.map((layer): Section['steps'][number] => async (client) => {
      const path = `/aggregation/count/${layer}`;
      const told = await answers(client, ['GET', path], count);
      holds(
        told.count_star === told.count_id && told.count_distinct_status === 5,
        `GET ${path}`,
        `told ${JSON.stringify(told)}, expected equal counts and 5 statuses`,
      );
    }),
    async (client) => {
      const rows = await ofBoth(client, 'country', '', countries);
      const request = 'GET /aggregation/stats/country/raw';
      holds(rows.length === 10, request, `gave ${rows.length} rows, expected 10`);
      for (const [index, row] of rows.entries()) {
        const previous = rows[index - 1];
        const follows =
          !previous ||
          previous.user_count > row.user_count ||
          (previous.user_count === row.user_count && previous.country < row.country);
        holds(follows, request, `gave ${row.country} out of order`);
        const right = isMean(row.avg_logins, row.total_logins, row.user_count);
        holds(right, request, `gave the wrong mean in ${JSON.stringify(row)}`);
      }
    },
    async (client) => {
      const rows = await ofBoth(client, 'country', '?limit=100', countries);
      const path = '/aggregation/count/raw';
      const { count_star } = await answers(client, ['GET', path], count);
      const users = rows.reduce((sum, row) => sum + row.user_count, 0);
      const request = 'GET /aggregation/stats/country/raw?limit=100';
      holds(users === count_star, request, `counts ${users} users, and ${path} ${count_star}`);
    },
    async (client) => {
      const rows = await ofBoth(client, 'author', '?limit=7', authors);
      const request = 'GET /aggregation/stats/author/raw?limit=7';
      holds(rows.length === 7, request, `gave ${rows.length} rows, expected 7`);
      for (const [index, row] of rows.entries()) {
        const follows = index === 0 || rows[index - 1]!.total_views >= row.total_views;
        holds(follows, request, `gave author ${row.author_id} out of order`);
        const right =
          row.post_count === volumes.postsPerAuthor &&
          isMean(row.avg_views, row.total_views, row.post_count);
        holds(right, request, `gave the wrong count or mean in ${JSON.stringify(row)}`);
      }
    },
    ...['country', 'author'].flatMap((by) =>
      layers.flatMap((layer) =>
        refusesQueryIntegers(
          'limit',
          { min: 1, max: 100 },
          'GET',
          `/aggregation/stats/${by}/${layer}`,
        ),
      ),
    ),
    async (client) => {
      await refuses(client, ['GET', '/aggregation/count/guess'], undefined, [400, 404, 422]);
    },
  ],
};
