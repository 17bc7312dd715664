import { z } from 'zod';
import { volumes } from '../../data/volumes.ts';
import { changingNothing } from '../changing-nothing.ts';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { idRange, refusesIntegers, refusesQueryIntegers, unknownId } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { duration, id, user } from '../shapes.ts';

const read = z.strictObject({
  source: z.enum(['cache', 'database']),
  user_id: id,
  name: z.string().min(1),
  email: z.string().includes('@'),
  elapsed_ms: duration,
});
const warmed = z.strictObject({ warmed_count: z.int(), elapsed_ms: duration });

async function gives(client: Client, number: number, kind: string, source: string) {
  const path = `/cache/users/${number}/${kind}`;
  const told = await answers(client, ['GET', path], read);
  holds(told.source === source, `GET ${path}`, `came from the ${told.source}, expected ${source}`);
  const { id, name, email } = await answers(client, ['GET', `/users/${number}`], user);
  const same = told.user_id === id && told.name === name && told.email === email;
  holds(same, `GET ${path}`, `gave ${JSON.stringify(told)}, another than GET /users/${number}`);
}

const flush = (client: Client) => answers(client, ['DELETE', '/cache/flush'], z.unknown());

async function warmUp(client: Client, query: string, count: number) {
  const path = `/cache/warmup${query}`;
  const told = await answers(client, ['POST', path], warmed);
  holds(told.warmed_count === count, `POST ${path}`, `warmed ${told.warmed_count}, not ${count}`);
}

export const caching: Section = {
  title: '14, 15 caching',
  parts: ['users'],
  services: ['postgres', 'redis'],
  steps: [
    async (client) => {
      await flush(client);
      await gives(client, 5, 'no-cache', 'database');
      await gives(client, 5, 'no-cache', 'database');
      await gives(client, 5, 'cached', 'database');
      await gives(client, 5, 'cached', 'cache');
      await gives(client, 5, 'no-cache', 'database');
      await gives(client, 6, 'cached', 'database');
    },
    async (client) => {
      await gives(client, 5, 'cached', 'cache');
      await answers(client, ['DELETE', '/cache/users/5'], z.unknown());
      await gives(client, 5, 'cached', 'database');
      await gives(client, 6, 'cached', 'cache');
      await answers(client, ['DELETE', `/cache/users/${unknownId}`], z.unknown());
    },
    async (client) => {
      await flush(client);
      await gives(client, 6, 'cached', 'database');
      await flush(client);
      await warmUp(client, '?count=20', 20);
      await gives(client, 20, 'cached', 'cache');
      await gives(client, 21, 'cached', 'database');
      await warmUp(client, '', 100);
      await gives(client, 100, 'cached', 'cache');
      await warmUp(client, `?count=${volumes.users}`, volumes.users);
      await gives(client, 500, 'cached', 'cache');
      await flush(client);
      await gives(client, 500, 'cached', 'database');
    },
    async (client) => {
      for (const kind of ['no-cache', 'cached', 'cached']) {
        await refuses(client, ['GET', `/cache/users/${unknownId}/${kind}`], 'id', [404]);
      }
    },
    ...changingNothing(
      'the cache',
      async (client) => {
        const told = await answers(client, ['GET', '/cache/users/500/cached'], read);
        return told.source;
      },
      [
        ...refusesIntegers('id', idRange, 'GET', (value) => `/cache/users/${value}/cached`),
        ...refusesIntegers('id', idRange, 'GET', (value) => `/cache/users/${value}/no-cache`),
        ...refusesIntegers('id', idRange, 'DELETE', (value) => `/cache/users/${value}`),
        ...refusesQueryIntegers('count', { min: 1, max: 1_000 }, 'POST', '/cache/warmup'),
      ],
    ),
    async (client) => {
      await refuses(client, ['GET', '/cache/users/5/maybe'], undefined, [400, 404, 422]);
    },
  ],
};
