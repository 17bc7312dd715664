import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { changingNothing } from '../changing-nothing.ts';
import type { Client } from '../client.ts';
import { answers, hasStatus, holds, refuses, survives } from '../expectations.ts';
import { refusesBrokenBodies } from '../refused-bodies.ts';
import { idRange, refusesIntegers, unknownId } from '../refused-values.ts';
import type { Section, Step } from '../section.ts';
import { type User, user } from '../shapes.ts';

const newEmail = () => `${randomUUID()}@example.com`;
const create = (client: Client, name: string, email = newEmail()): Promise<User> =>
  answers(client, ['POST', '/users', { json: { name, email } }], user, 201);

const countUsers = (client: Client) =>
  answers(client, ['GET', '/aggregation/count/raw'], z.object({ count_star: z.int() }));

/** Bodies that neither `POST` nor `PUT` takes, with the field at fault. */
const wrongBodies: [string, Record<string, unknown>][] = [
  ['name', { email: 'a@example.com' }],
  ['email', { name: 'Ada' }],
  ['name', { name: '', email: 'a@example.com' }],
  ['name', { name: '   ', email: 'a@example.com' }],
  ['name', { name: 'a'.repeat(101), email: 'a@example.com' }],
  ['name', { name: 7, email: 'a@example.com' }],
  ['name', { name: true, email: 'a@example.com' }],
  ['name', { name: null, email: 'a@example.com' }],
  ['name', { name: { first: 'Ada' }, email: 'a@example.com' }],
  ['name', { name: 'Ada\0', email: 'a@example.com' }],
  ['email', { name: 'Ada', email: '' }],
  ['email', { name: 'Ada', email: 'no-address' }],
  ['email', { name: 'Ada', email: 'a b@example.com' }],
  ['email', { name: 'Ada', email: 7 }],
  ['email', { name: 'Ada', email: ['a@example.com'] }],
  ['email', { name: 'Ada', email: 'a\0@example.com' }],
  ['email', { name: 'Ada', email: `${'a'.repeat(250)}@example.com` }],
];

const readsBack: Step[] = [
  "Robert'); DROP TABLE users;--",
  'Zoë "Ω" \\ 💡',
  '<script>alert(1)</script>',
].map((name) => async (client) => {
  const email = newEmail();
  const created = await create(client, name, email);
  holds(
    created.name === name && created.email === email,
    'POST /users',
    `with the name ${name} created ${JSON.stringify(created)}`,
  );
  const read = await answers(client, ['GET', `/users/${created.id}`], user);
  holds(
    JSON.stringify(read) === JSON.stringify(created),
    `GET /users/${created.id}`,
    `gave ${JSON.stringify(read)}, and POST /users had given ${JSON.stringify(created)}`,
  );
});

export const databaseWrite: Section = {
  title: '04 db-write',
  parts: ['users'],
  services: ['postgres'],
  steps: [
    ...readsBack,
    async (client) => {
      const json = { id: 1, name: 'Ada', email: newEmail(), created_at: '1970-01-01T00:00:00Z' };
      const created = await answers(client, ['POST', '/users', { json }], user, 201);
      holds(
        created.id !== 1 && !created.created_at.startsWith('1970'),
        'POST /users',
        `took id or created_at from the body: ${JSON.stringify(created)}`,
      );
    },
    async (client) => {
      const { email } = await create(client, 'First');
      await refuses(
        client,
        ['POST', '/users', { json: { name: 'Second', email } }],
        'email',
        [409],
      );
    },
    async (client) => {
      const email = newEmail();
      const json = { name: 'Racer', email };
      const replies = await Promise.all(
        Array.from({ length: 8 }, () => client.send('POST', '/users', { json })),
      );
      for (const reply of replies) hasStatus(reply, [201, 409]);
      const created = replies.filter(({ status }) => status === 201).length;
      holds(
        created === 1,
        'POST /users',
        `created ${created} users with one e-mail address at once`,
      );
    },
    async (client) => {
      const { id, created_at } = await create(client, 'Before');
      const json = { name: 'After', email: newEmail() };
      const changed = await answers(client, ['PUT', `/users/${id}`, { json }], user);
      const expected = JSON.stringify({ id, ...json, created_at });
      const request = `PUT /users/${id}`;
      holds(
        same(changed, expected),
        request,
        `gave ${JSON.stringify(changed)}, expected ${expected}`,
      );
      const read = await answers(client, ['GET', `/users/${id}`], user);
      holds(same(read, expected), request, `left ${JSON.stringify(read)}, expected ${expected}`);
      await answers(client, ['PUT', `/users/${id}`, { json }], user);
    },
    async (client) => {
      const [one, other] = [await create(client, 'One'), await create(client, 'Other')];
      const json = { name: 'One', email: other.email };
      await refuses(client, ['PUT', `/users/${one.id}`, { json }], 'email', [409]);
    },
    async (client) => {
      const { id } = await create(client, 'Short-lived');
      const reply = await client.send('DELETE', `/users/${id}`);
      hasStatus(reply, [204]);
      holds(reply.text === '', reply.request, 'answered 204 with a body');
      await refuses(client, ['GET', `/users/${id}`], 'id', [404]);
      await refuses(client, ['DELETE', `/users/${id}`], 'id', [404]);
    },
    async (client) => {
      const json = { name: 'Nobody', email: newEmail() };
      await refuses(client, ['PUT', `/users/${unknownId}`, { json }], 'id', [404]);
    },
    async (client) => {
      await refuses(client, ['DELETE', `/users/${unknownId}`], 'id', [404]);
    },
    ...changingNothing('the number of users', countUsers, [
      ...wrongBodies.flatMap(([field, json]): Step[] => [
        async (client) => {
          await refuses(client, ['POST', '/users', { json }], field);
        },
        async (client) => {
          await refuses(client, ['PUT', '/users/1', { json }], field);
        },
      ]),
      ...refusesBrokenBodies('POST', '/users'),
      ...refusesBrokenBodies('PUT', '/users/1'),
      ...refusesIntegers('id', idRange, 'PUT', (value) => `/users/${value}`, {
        json: { name: 'Ada', email: 'injected@example.com' },
      }),
      ...refusesIntegers('id', idRange, 'DELETE', (value) => `/users/${value}`),
    ]),
    (client) =>
      survives(client, ['POST', '/users', { json: { name: '\ud800', email: newEmail() } }]),
  ],
};

const same = (given: User, expected: string) =>
  JSON.stringify({
    id: given.id,
    name: given.name,
    email: given.email,
    created_at: given.created_at,
  }) === expected;
