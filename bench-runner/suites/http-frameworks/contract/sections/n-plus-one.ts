import { z } from 'zod';
import { volumes } from '../../data/volumes.ts';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { refusesQueryIntegers } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { id } from '../shapes.ts';

const kinds = ['lazy', 'eager', 'subquery'] as const;

const post = z.strictObject({ id, title: z.string().min(1), views: z.int() });
const authors = z.array(
  z.strictObject({
    id,
    name: z.string().min(1),
    email: z.string().includes('@'),
    posts: z.array(post).length(volumes.postsPerAuthor),
  }),
);

async function allAlike(client: Client, query: string, first: number, count: number) {
  const given = await Promise.all(
    kinds.map((kind) => answers(client, ['GET', `/n-plus-one/${kind}${query}`], authors)),
  );
  for (const [index, kind] of kinds.entries()) {
    const list = given[index]!;
    const request = `GET /n-plus-one/${kind}${query}`;
    holds(
      list.length === count && list.every((author, at) => author.id === first + at),
      request,
      `gave ${list.length} authors, expected ${count} in order from ${first}`,
    );
    const sorted = list.every(({ posts }) =>
      posts.every((one, at) => at === 0 || one.id > posts[at - 1]!.id),
    );
    holds(sorted, request, 'gave posts that are not in order of id');
    const same = JSON.stringify(flat(list)) === JSON.stringify(flat(given[0]!));
    holds(same, request, `gave other authors or posts than /n-plus-one/lazy${query}`);
  }
}

const flat = (list: z.infer<typeof authors>) =>
  list.map(({ id, name, email, posts }) => [
    id,
    name,
    email,
    posts.map((one) => [one.id, one.title, one.views]),
  ]);

export const nPlusOne: Section = {
  title: '11 db-n-plus-one',
  parts: ['authors'],
  services: ['postgres'],
  steps: [
    (client) => allAlike(client, '', 1, 20),
    (client) => allAlike(client, '?limit=3&offset=10', 11, 3),
    (client) =>
      allAlike(client, `?limit=100&offset=${volumes.authors - 2}`, volumes.authors - 1, 2),
    (client) => allAlike(client, `?offset=${volumes.authors}`, 0, 0),
    ...kinds.flatMap((kind) => [
      ...refusesQueryIntegers('limit', { min: 1, max: 100 }, 'GET', `/n-plus-one/${kind}`),
      ...refusesQueryIntegers('offset', { min: 0, max: 1_000_000 }, 'GET', `/n-plus-one/${kind}`),
    ]),
    async (client) => {
      await refuses(client, ['GET', '/n-plus-one/eagerly'], undefined, [400, 404, 422]);
    },
  ],
};
