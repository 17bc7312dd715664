import { z } from 'zod';
import { volumes } from '../../data/volumes.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { refusesQueryIntegers } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { user } from '../shapes.ts';

const items = z.array(user);
const withoutCount = z.strictObject({ items, page: z.int(), size: z.int() });
const counted = withoutCount.extend({ total: z.int(), total_pages: z.int() });
const cursor = z.strictObject({ items, next_cursor: z.int().nullable(), size: z.int() });

const total = volumes.usersPagination;

const isRange = (given: readonly { id: number }[], first: number, count: number) =>
  given.length === count && given.every(({ id }, index) => id === first + index);

export const pagination: Section = {
  title: '09 db-pagination',
  parts: ['pagination'],
  services: ['postgres'],
  steps: [
    ...([
      { page: 1, size: 20, first: 1, count: 20 },
      { page: 3, size: 100, first: 201, count: 100 },
      { page: total / 100, size: 100, first: total - 99, count: 100 },
      { page: 14_286, size: 7, first: 99_996, count: 5 },
      { page: 1_000_000, size: 100, first: 0, count: 0 },
    ].map(({ page, size, first, count }) => async (client) => {
      const path = `/users/offset?page=${page}&size=${size}`;
      const answer = await answers(client, ['GET', path], counted);
      const { items, ...rest } = answer;
      const expected = { page, size, total, total_pages: Math.ceil(total / size) };
      const told = Object.entries(expected).every(
        ([key, value]) => Reflect.get(rest, key) === value,
      );
      holds(
        told,
        `GET ${path}`,
        `told ${JSON.stringify(rest)}, expected ${JSON.stringify(expected)}`,
      );
      holds(
        isRange(items, first, count),
        `GET ${path}`,
        `gave other than ${count} items from ${first}`,
      );
      await answers(client, ['GET', `${path}&count=true`], counted);
      const uncounted = await answers(client, ['GET', `${path}&count=false`], withoutCount);
      holds(isRange(uncounted.items, first, count), `GET ${path}&count=false`, 'gave other items');
    }) satisfies Section['steps']),
    async (client) => {
      const answer = await answers(client, ['GET', '/users/offset'], counted);
      holds(answer.page === 1 && answer.size === 20, 'GET /users/offset', 'has other defaults');
    },
    async (client) => {
      const path = '/users/cursor?cursor=500&size=50';
      const answer = await answers(client, ['GET', path], cursor);
      holds(isRange(answer.items, 501, 50), `GET ${path}`, 'gave other than the 50 items from 501');
      const { next_cursor, size } = answer;
      holds(
        next_cursor === 550 && size === 50,
        `GET ${path}`,
        `told next_cursor ${next_cursor} and size ${size}, expected 550 and 50`,
      );
    },
    async (client) => {
      const answer = await answers(client, ['GET', '/users/cursor'], cursor);
      holds(
        isRange(answer.items, 1, 20),
        'GET /users/cursor',
        'gave other than the first 20 items',
      );
    },
    async (client) => {
      const path = `/users/cursor?cursor=${total - 5}&size=10`;
      const answer = await answers(client, ['GET', path], cursor);
      holds(
        isRange(answer.items, total - 4, 5) && answer.next_cursor === null,
        `GET ${path}`,
        `gave ${answer.items.length} items and next_cursor ${answer.next_cursor}, expected the last 5 and null`,
      );
    },
    async (client) => {
      const path = `/users/cursor?cursor=${total}`;
      const answer = await answers(client, ['GET', path], cursor);
      const ended = answer.items.length === 0 && answer.next_cursor === null;
      holds(ended, `GET ${path}`, 'gave items or a cursor after the last row');
    },
    ...refusesQueryIntegers('page', { min: 1, max: 1_000_000 }, 'GET', '/users/offset'),
    ...refusesQueryIntegers('size', { min: 1, max: 100 }, 'GET', '/users/offset'),
    ...refusesQueryIntegers('cursor', { min: 0, max: 2_147_483_647 }, 'GET', '/users/cursor'),
    ...refusesQueryIntegers('size', { min: 1, max: 100 }, 'GET', '/users/cursor'),
    async (client) => {
      await refuses(client, ['GET', '/users/offset?count=perhaps'], 'count');
    },
  ],
};
