import { z } from 'zod';
import { searchTerms } from '../../data/volumes.ts';
import type { Client } from '../client.ts';
import { answers, holds, refuses, survives } from '../expectations.ts';
import { refusesQueryIntegers } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { id } from '../shapes.ts';

const kinds = ['like', 'fulltext'] as const;
const posts = z.array(z.strictObject({ id, title: z.string().min(1) }));

async function finds(client: Client, q: string, limit: number | undefined, count: number) {
  const query = `?q=${encodeURIComponent(q)}${limit ? `&limit=${limit}` : ''}`;
  const given = await Promise.all(
    kinds.map((kind) => answers(client, ['GET', `/search/${kind}${query}`], posts)),
  );
  for (const [index, kind] of kinds.entries()) {
    const ids = given[index]!.map((post) => post.id);
    holds(
      ids.length === count && ids.every((one, at) => at === 0 || one > ids[at - 1]!),
      `GET /search/${kind}${query}`,
      `gave ${ids.length} posts (${ids.slice(0, 5)} …), expected ${count} in order of id`,
    );
    holds(
      JSON.stringify(ids) === JSON.stringify(given[0]!.map((post) => post.id)),
      `GET /search/${kind}${query}`,
      `gave other posts than /search/like${query}`,
    );
  }
}

const { rare, occasional, common, frequent } = searchTerms;
const injections = [
  "' OR '1'='1",
  "'; DROP TABLE posts;--",
  '%',
  '_',
  '\\',
  "a'b",
  '(|&!:*',
  '日本',
];

export const search: Section = {
  title: '18 search',
  parts: ['authors'],
  services: ['postgres'],
  steps: [
    (client) => finds(client, rare.word, 100, rare.posts),
    (client) => finds(client, occasional.word, 100, occasional.posts),
    (client) => finds(client, common.word, 100, 100),
    (client) => finds(client, frequent.word, undefined, 20),
    (client) => finds(client, 'xylophone', undefined, 0),
    ...injections.map(
      (q): Section['steps'][number] =>
        (client) =>
          finds(client, q, undefined, 0),
    ),
    ...kinds.flatMap((kind): Section['steps'] => [
      ...refusesQueryIntegers('limit', { min: 1, max: 100 }, 'GET', `/search/${kind}?q=harbour`),
      ...['', '?q=', '?q=%00', '?q=a%00b', `?q=${'a'.repeat(101)}`].map(
        (query): Section['steps'][number] =>
          async (client) => {
            await refuses(client, ['GET', `/search/${kind}${query}`], 'q');
          },
      ),
      (client) => survives(client, ['GET', `/search/${kind}?q=%ff%fe`]),
      (client) => survives(client, ['GET', `/search/${kind}?q=a&q=b`]),
      (client) => survives(client, ['GET', `/search/${kind}?q[x]=a&limit[]=1`]),
    ]),
  ],
};
