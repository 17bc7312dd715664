import { z } from 'zod';
import { volumes } from '../../data/volumes.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { idRange, refusesIntegers, unknownId } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { user } from '../shapes.ts';

export const databaseRead: Section = {
  title: '03 db-read',
  parts: ['users'],
  services: ['postgres'],
  steps: [
    async (client) => {
      const users = await answers(client, ['GET', '/users'], z.array(user));
      const ids = users.map(({ id }) => id);
      holds(
        users.length === volumes.users &&
          ids.every((id, index) => index === 0 || id > ids[index - 1]!),
        'GET /users',
        `gave ${users.length} users beginning with the ids ${ids.slice(0, 5)}, expected the first ${volumes.users} in order of id`,
      );
    },
    async (client) => {
      const [first] = await answers(client, ['GET', '/users'], z.array(user));
      const one = await answers(client, ['GET', `/users/${first?.id}`], user);
      holds(
        JSON.stringify(one) === JSON.stringify(first),
        `GET /users/${first?.id}`,
        `gave ${JSON.stringify(one)}, and GET /users gave ${JSON.stringify(first)}`,
      );
    },
    async (client) => {
      await refuses(client, ['GET', `/users/${unknownId}`], 'id', [404]);
    },
    ...refusesIntegers('id', idRange, 'GET', (value) => `/users/${value}`),
    async (client) => {
      await refuses(client, ['GET', '/users/%E0%A4%A']);
    },
    async (client) => {
      await refuses(client, ['GET', '/users/%FF']);
    },
  ],
};
