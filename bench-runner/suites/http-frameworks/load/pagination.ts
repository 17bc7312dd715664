import type { HttpRequest } from '../../../define/http-load.ts';
import { volumes } from '../data/volumes.ts';
import { drawInteger } from './draw.ts';
import { expectEqual, jsonObject } from './expect.ts';

/** Ways of getting a page. */
export const paginationWays = ['offset', 'offset-without-count', 'cursor'] as const;
export type PaginationWay = (typeof paginationWays)[number];

/** Where in the table the pages lie: in its first, middle or last hundredth, or anywhere. */
export const paginationDepths = ['first', 'middle', 'last', 'anywhere'] as const;
export type PaginationDepth = (typeof paginationDepths)[number];

const size = 20;
const pages = volumes.usersPagination / size;
const band = pages / 100;

/** A page of the depth, each equally likely, from 1. */
export function drawPage(random: () => number, depth: PaginationDepth): number {
  const middle = pages / 2 - band / 2;
  const first = { first: 1, middle: middle + 1, last: pages - band + 1, anywhere: 1 }[depth];
  return drawInteger(random, first, first + (depth === 'anywhere' ? pages : band) - 1);
}

/** The request for a page, from 1; a cursor begins where that page does. */
export function pageRequest(way: PaginationWay, page: number): HttpRequest {
  const skipped = (page - 1) * size;
  if (way === 'cursor') {
    return {
      name: 'page',
      method: 'GET',
      path: `/users/cursor?cursor=${skipped}&size=${size}`,
      check: (answer) => {
        const body = jsonObject(answer);
        expectItems(body.items, skipped);
        // On a full page that is the last, the contract leaves it open.
        if (page < pages) expectEqual('next_cursor', body.next_cursor, skipped + size);
        return { found: true };
      },
    };
  }
  const counted = way === 'offset';
  return {
    name: 'page',
    method: 'GET',
    path: `/users/offset?page=${page}&size=${size}${counted ? '' : '&count=false'}`,
    check: (answer) => {
      const body = jsonObject(answer);
      expectItems(body.items, skipped);
      expectEqual('page', body.page, page);
      expectEqual('total', body.total, counted ? volumes.usersPagination : undefined);
      expectEqual('total_pages', body.total_pages, counted ? pages : undefined);
      return { found: true };
    },
  };
}

function expectItems(items: unknown, skipped: number): void {
  if (!Array.isArray(items)) throw new Error('items is no array');
  const ids = items.map((item: { id?: unknown }) => item.id);
  const expected = Array.from({ length: size }, (_, index) => skipped + index + 1);
  expectEqual('the list of ids', ids, expected);
}
