import { expect, it } from 'vitest';
import { drawPage, pageRequest } from './pagination.ts';

const ends = [0, 1 - Number.EPSILON];

it.each([
  ['first', [1, 50]],
  ['middle', [2476, 2525]],
  ['last', [4951, 5000]],
  ['anywhere', [1, 5000]],
] as const)('draws %s pages between %j', (depth, pages) => {
  expect(ends.map((end) => drawPage(() => end, depth))).toEqual(pages);
});

it('asks for the same rows in every way', () => {
  expect(pageRequest('cursor', 3).path).toBe('/users/cursor?cursor=40&size=20');
  expect(pageRequest('offset', 3).path).toBe('/users/offset?page=3&size=20');
  expect(pageRequest('offset-without-count', 3).path).toBe(
    '/users/offset?page=3&size=20&count=false',
  );
});
